package dev.ticketing.k8s;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class RulesTest {

    @ParameterizedTest
    @EnumSource
    void holdsForEveryOverlayAndEverySetOfComponents(Rule rule) {
        for (var manifests : Combinations.all()) {
            assertThat(rule.violations(manifests)).as(manifests.name()).isEmpty();
        }
    }

    @Test
    void misspelledFieldIsNotOverlooked() {
        var misspelled = Combinations.text("local").replaceFirst("enableServiceLinks", "enableServiceLink");

        assertThatThrownBy(() -> Manifests.parse("misspelled", misspelled)).hasMessageContaining("enableServiceLink");
    }

    @Test
    void localSuiteFitsOnALaptop() {
        assertThat(requested("local", "cpu")).isLessThanOrEqualTo(new BigDecimal("1.5"));
        assertThat(requested("local", "memory")).isLessThanOrEqualTo(new BigDecimal(4L << 30));
    }

    private static BigDecimal requested(String overlay, String resource) {
        return Combinations.of(overlay)
                .workloads()
                .map(it -> Quantity.getAmountInBytes(PodRules.request(it, resource))
                        .multiply(BigDecimal.valueOf(it.count())))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    @Test
    void localSuiteNeedsNoCloud() {
        var local = Combinations.of("local");

        assertThat(local.workload("stripe-sandbox").replicas()).isEqualTo(1);
        assertThat(Settings.given(local, local.workload("payments-service")))
                .containsEntry("STRIPE_API_BASE", "http://stripe-sandbox:8080");
        assertThat(local.objects()).noneMatch(object -> object.getApiVersion().contains("cert-manager"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"gke", "digitalocean"})
    void cloudLosesNothingWithOneMachine(String overlay) {
        var cloud = Combinations.of(overlay);

        assertThat(List.of("nats", "auth-mongodb", "tickets-mongodb", "orders-mongodb", "payments-mongodb"))
                .allMatch(name -> cloud.workload(name).replicas() == 3);
        assertThat(Repository.services())
                .allMatch(name ->
                        cloud.the(HorizontalPodAutoscaler.class, name).getSpec().getMinReplicas() == 2);
        assertThat(cloud.workloads()).noneMatch(it -> it.name().equals("stripe-sandbox"));
        assertThat(Settings.given(cloud, cloud.workload("payments-service")))
                .containsEntry("TICKETING_ENVIRONMENT", "production")
                .doesNotContainKey("STRIPE_API_BASE");
    }

    /** Counts all manifests, also those that no overlay uses, without comments and the generated users of the broker. */
    @Test
    void lessThanTwoFifthsAreWrittenByHand() throws IOException {
        try (var files = Files.walk(Repository.K8S)) {
            var written = files.filter(file -> file.toString().matches(".*\\.(yaml|conf|js)"))
                    .filter(file -> !file.toString().contains("target") && !file.endsWith("users.conf"))
                    .flatMap(file -> Repository.read(file).lines())
                    .filter(line -> !line.isBlank() && !line.strip().startsWith("#"))
                    .count();

            assertThat(written).isLessThan(Combinations.text("local").lines().count() * 2 / 5);
        }
    }
}
