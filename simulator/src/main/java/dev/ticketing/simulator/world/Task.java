package dev.ticketing.simulator.world;

import java.util.concurrent.locks.LockSupport;

/** A thread of the simulated world. It runs only while it has its turn, which lasts until it waits. */
public final class Task {

    private static final ThreadLocal<Task> CURRENT = new ThreadLocal<>();

    final World world;
    final Scheduler scheduler;
    /** {@code null} for people and the network, which never die. */
    final Machine machine;

    final Thread thread;
    boolean killed;
    /** Counts its waits, so that a wake-up for an earlier one is ignored. */
    long turn;

    boolean started;
    private final Runnable work;

    /** When it last read orders; it decides about an order between that and the write. */
    long readAt;

    Task(World world, Machine machine, Thread.Builder.OfVirtual builder, Runnable work) {
        this.world = world;
        this.scheduler = world.scheduler;
        this.machine = machine;
        this.work = work;
        this.thread = builder.unstarted(this::run);
        this.thread.setContextClassLoader(Task.class.getClassLoader());
    }

    static Task current() {
        var task = CURRENT.get();
        if (task == null) {
            throw new IllegalStateException(Thread.currentThread() + " is no thread of the simulated world");
        }
        return task;
    }

    /** Whether a world runs; there is none while the services are wired. */
    static boolean isCurrent() {
        return CURRENT.get() != null;
    }

    private void run() {
        CURRENT.set(this);
        awaitTurn();
        try {
            if (!killed) {
                work.run();
            }
        } catch (Throwable e) {
            if (!killed) { // otherwise it is the unwinding error, perhaps wrapped
                world.broken(this, e);
            }
        } finally {
            scheduler.end(this);
        }
    }

    void awaitTurn() {
        while (scheduler.running != this) {
            LockSupport.park(scheduler);
        }
    }

    String place() {
        return machine == null ? "world" : machine.name;
    }
}
