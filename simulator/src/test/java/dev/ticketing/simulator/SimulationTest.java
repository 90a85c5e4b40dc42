package dev.ticketing.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class SimulationTest {

    private static final int PURCHASES = 10_000;

    @Test
    void tenThousandPurchasesBreakNoInvariant() {
        var seeds = new Seeds(Map.of());

        var failure = seeds.run(
                1,
                Runtime.getRuntime().availableProcessors(),
                seed -> seeds.tally().lives() < PURCHASES);

        assertThat(failure.map(found -> new ShortestStory(simulation()).of(found.plan())))
                .isEmpty();
        assertThat(seeds.tally().lives()).isGreaterThanOrEqualTo(PURCHASES);
        assertThat(Fault.values())
                .allSatisfy(fault ->
                        assertThat(seeds.tally().count(fault)).as("%s", fault).isPositive());
    }

    @Test
    void seedReplaysExactly() {
        var plan = Plan.of(4711).asStory();

        var first = simulation().run(plan);
        var simulation = simulation();
        simulation.run(Plan.of(1));
        var again = simulation.run(plan);

        assertThat(again.story()).isEqualTo(first.story()).isNotEmpty();
        assertThat(again).isEqualTo(first);
    }

    @Test
    void aWorldThatCannotBeMadeIsNoSuccess() {
        var seeds = new Seeds(Map.of("dev.ticketing.simulator.world.SimulatedSuite", new byte[0]));

        assertThatThrownBy(() -> seeds.run(1, 2, seed -> seed <= 10)).hasMessage("a simulation could not be run");
    }

    private static Simulation simulation() {
        return new SimulatedClasses(Map.of()).simulation();
    }
}
