package dev.ticketing.check.invariant;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ticketing.check.invariant.Invariant.Violation;
import java.util.function.Consumer;

/** Plants an error in a sound suite and checks the report of one invariant. */
final class Plant {

    private final Invariant invariant;

    Plant(Invariant invariant) {
        this.invariant = invariant;
    }

    /** Expects one violation for each of these ids. */
    void areSeen(Consumer<Scene> plant, String... ids) {
        var scene = Scene.sound();
        plant.accept(scene);
        assertThat(invariant.violations(scene.evidence()))
                .flatExtracting(Violation::ids)
                .containsExactlyInAnyOrder(ids);
    }

    /** Expects one violation with these ids. */
    void isSeen(Consumer<Scene> plant, String... ids) {
        var scene = Scene.sound();
        plant.accept(scene);
        assertThat(invariant.violations(scene.evidence()))
                .singleElement()
                .satisfies(violation -> assertThat(violation.ids()).containsExactly(ids));
    }

    void isTolerated(Consumer<Scene> plant) {
        var scene = Scene.sound();
        plant.accept(scene);
        assertThat(invariant.violations(scene.evidence())).isEmpty();
    }
}
