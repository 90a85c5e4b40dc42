package dev.ticketing.k8s;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A rule that no change breaks checks nothing. */
class PlantsTest {

    @ParameterizedTest
    @EnumSource
    void brokenRuleIsReported(Rule rule) {
        var manifests = Combinations.copyOf(Plants.good(rule));
        assertThat(rule.violations(manifests)).isEmpty();

        Plants.plant(rule, manifests);

        assertThat(rule.violations(manifests)).isNotEmpty();
    }
}
