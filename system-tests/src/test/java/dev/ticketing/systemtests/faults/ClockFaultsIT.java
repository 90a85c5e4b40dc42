package dev.ticketing.systemtests.faults;

import dev.ticketing.check.evidence.Expectations;
import dev.ticketing.local.settings.SuiteOptions;
import dev.ticketing.suite.Port;
import dev.ticketing.suite.Service;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/** Clocks that jump, one at a time: ahead, behind, and back. */
@EnabledIfEnvironmentVariable(named = "LIBFAKETIME", matches = ".+", disabledReason = "libfaketime is not there")
class ClockFaultsIT extends Fault {

    private static final List<Port> SERVICES =
            Service.deployed().stream().map(Service::port).toList();
    private static final List<Duration> ERRORS = List.of(Duration.ofMinutes(-5), Duration.ofMinutes(5), Duration.ZERO);

    /** An order expires by the clock that placed it: if that jumps, not within seconds of ours. */
    private static final Expectations AT_ANY_TIME = new Expectations(Set.of(), null);

    private List<ServiceClock> clocks;

    @Override
    SuiteOptions prepared(SuiteOptions options) {
        clocks = SERVICES.stream()
                .map(service -> ServiceClock.of(service.owner(), port(options, service.variable()), options))
                .toList();
        var prepared = options;
        for (var clock : clocks) {
            prepared = clock.with(System.getenv("LIBFAKETIME"), prepared);
        }
        return prepared;
    }

    @Test
    void clocksOfSingleServicesAreWrong() throws Exception {
        survives("the clock of each service is 5 min behind, then 5 min ahead", Size.of(4, 12), AT_ANY_TIME, load -> {
            for (var clock : clocks) {
                for (var error : ERRORS) {
                    clock.isWrongBy(error);
                    Outcomes.progress("  the clock of %s is wrong by %s", clock.service(), error);
                    load.awaitPurchases(Size.of(1, 6));
                }
            }
            return "people bought throughout";
        });
    }
}
