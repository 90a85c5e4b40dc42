package dev.ticketing.simulator.world;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.TimeUnit;

/** Runs work in tasks of the requesting machine: in sequence, or concurrently. */
final class TaskExecutor extends AbstractExecutorService {

    private static final long A_WHILE = TimeUnit.MILLISECONDS.toMicros(1);

    private final boolean oneByOne;
    private final Queue<Runnable> queue = new ArrayDeque<>();
    private boolean busy;
    private int underWay;
    private boolean shut;

    TaskExecutor(boolean oneByOne) {
        this.oneByOne = oneByOne;
    }

    @Override
    public void execute(Runnable work) {
        if (!oneByOne) {
            underWay++;
            Intercepted.startVirtualThread(() -> {
                try {
                    work.run();
                } finally {
                    underWay--;
                }
            });
            return;
        }
        queue.add(work);
        if (!busy) {
            busy = true;
            Intercepted.startVirtualThread(this::drain);
        }
    }

    private void drain() {
        for (var work = queue.poll(); work != null; work = queue.poll()) {
            work.run();
        }
        busy = false;
    }

    @Override
    public void close() {
        shutdown();
        awaitTermination(1, TimeUnit.DAYS);
    }

    @Override
    public boolean awaitTermination(long timeout, TimeUnit unit) {
        var world = Task.current().world;
        var end = world.scheduler.now() + unit.toMicros(timeout);
        while ((busy || underWay > 0) && world.scheduler.now() < end) {
            world.pause(A_WHILE);
        }
        return !busy && underWay == 0;
    }

    @Override
    public void shutdown() {
        shut = true;
    }

    @Override
    public List<Runnable> shutdownNow() {
        shut = true;
        return List.of();
    }

    @Override
    public boolean isShutdown() {
        return shut;
    }

    @Override
    public boolean isTerminated() {
        return shut && !busy && underWay == 0;
    }
}
