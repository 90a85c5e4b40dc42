package dev.ticketing.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@Execution(ExecutionMode.CONCURRENT)
class MutantsTest {

    private static final int SEEDS = 60;

    static List<Mutant> mutants() {
        return Mutants.all();
    }

    @ParameterizedTest
    @MethodSource("mutants")
    void missingDefenceIsFound(Mutant mutant) {
        var seeds = new Seeds(ChangedSource.compile(mutant));

        var failure = seeds.run(1, 1, seed -> seed <= SEEDS);

        assertThat(failure).as("what %d seeds find without: %s", SEEDS, mutant).isPresent();
        System.out.printf(
                "%-70s seed %3d: %s%n",
                mutant,
                failure.orElseThrow().plan().seed(),
                failure.orElseThrow()
                        .outcome()
                        .violations()
                        .getFirst()
                        .lines()
                        .findFirst()
                        .orElse(""));
    }

    @Test
    void atLeastTwentyDefencesAreTried() {
        assertThat(Mutants.all())
                .extracting(Mutant::defence)
                .doesNotHaveDuplicates()
                .hasSizeGreaterThanOrEqualTo(20);
    }
}
