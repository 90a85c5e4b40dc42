package dev.ticketing.simulator.world;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.Set;

/** A process of a service: it can die at any step, which ends all its threads, and starts again with empty memory. */
public final class Machine {

    final String name;
    final String service;
    private final Set<Task> tasks = new LinkedHashSet<>();
    boolean up;
    /** The error of its clock. */
    long skewMicros;

    Machine(String service, int number) {
        this.service = service;
        this.name = service.replace("-service", "") + "-" + number;
    }

    public String service() {
        return service;
    }

    Task start(World world, Thread.Builder.OfVirtual builder, Runnable work) {
        var task = new Task(world, this, builder, work);
        tasks.add(task);
        world.scheduler.start(task);
        return task;
    }

    void ended(Task task) {
        tasks.remove(task);
    }

    void die(Scheduler scheduler) {
        up = false;
        new ArrayList<>(tasks).forEach(scheduler::kill);
    }
}
