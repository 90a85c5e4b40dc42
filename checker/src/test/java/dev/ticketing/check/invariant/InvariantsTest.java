package dev.ticketing.check.invariant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class InvariantsTest {

    @ParameterizedTest
    @EnumSource
    void soundSuiteBreaksNone(Invariant invariant) {
        assertThat(invariant.violations(Scene.sound().evidence())).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void messagesStoredTwiceBreakNone(Invariant invariant) {
        var scene = Scene.sound();
        new ArrayList<>(scene.events).forEach(event -> scene.storedTwice(event.id()));

        assertThat(invariant.violations(scene.evidence())).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void messagesStoredInAnotherOrderBreakNone(Invariant invariant) {
        var scene = Scene.sound();
        Collections.reverse(scene.events);

        assertThat(invariant.violations(scene.evidence())).isEmpty();
    }

    @Test
    void twentyThousandOrdersAreJudgedInSeconds() {
        var scene = Scene.sound();
        for (var each = 0; each < 20_000; each++) {
            scene.sell("many" + each, 2000 + each);
        }
        var evidence = scene.evidence();

        assertThat(evidence.orders()).hasSizeGreaterThan(20_000);
        assertTimeoutPreemptively(Duration.ofSeconds(60), () -> {
            for (var invariant : Invariant.values()) {
                assertThat(invariant.violations(evidence)).isEmpty();
            }
        });
    }

    @Test
    void theyAreNumberedAsInTheDocs() {
        assertThat(Invariant.values())
                .extracting(Invariant::number)
                .containsExactly(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14);
    }
}
