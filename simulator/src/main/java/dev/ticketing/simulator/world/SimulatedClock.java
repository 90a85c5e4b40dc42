package dev.ticketing.simulator.world;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/** The time of the running world, in milliseconds like the services' own clock; a machine's may be slightly wrong. */
final class SimulatedClock extends Clock {

    @Override
    public Instant instant() {
        var task = Task.current();
        var skew = task.machine == null ? 0 : task.machine.skewMicros;
        return World.at(task.scheduler.now() + skew).truncatedTo(ChronoUnit.MILLIS);
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}
