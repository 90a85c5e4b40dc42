package dev.ticketing.simulator.world;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;

/**
 * Time and turns. Exactly one task runs. When it waits, the earliest entry of the agenda is next and time jumps there.
 * A task that gives up its turn selects the next one itself, so a task that is next again just continues.
 */
final class Scheduler {

    private static final long MOST_STEPS = 20_000_000;

    /** A future event of the world, or the continuation of a task. */
    private record Entry(long at, long order, Task task, long turn, Runnable event) implements Comparable<Entry> {
        @Override
        public int compareTo(Entry other) {
            return at == other.at ? Long.compare(order, other.order) : Long.compare(at, other.at);
        }
    }

    private final PriorityQueue<Entry> agenda = new PriorityQueue<>();
    private final Set<Task> tasks = new LinkedHashSet<>();
    private long order;
    private long now;
    private long steps;
    private final CountDownLatch over = new CountDownLatch(1);
    private boolean closing;
    volatile Task running;

    /** Microseconds since the start. */
    long now() {
        return now;
    }

    long steps() {
        return steps;
    }

    /** Runs the root of all tasks; returns when it has ended, and all others with it. */
    void run(Task first) {
        tasks.add(first);
        first.started = true;
        running = first;
        first.thread.start();
        try {
            over.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    void start(Task task) {
        tasks.add(task);
        agenda.add(new Entry(now, order++, task, task.turn, null));
    }

    void at(long time, Runnable event) {
        agenda.add(new Entry(Math.max(time, now), order++, null, 0, event));
    }

    /** The current task waits this long. */
    void pause(Task task, long micros) {
        task.turn++;
        agenda.add(new Entry(now + Math.max(0, micros), order++, task, task.turn, null));
        give(task);
    }

    /** The current task waits until it is woken. */
    void await(Task task) {
        task.turn++;
        give(task);
    }

    void wake(Task task) {
        agenda.add(new Entry(now, order++, task, task.turn, null));
    }

    /** The task unwinds at its next turn, which comes at once, and does nothing more. */
    void kill(Task task) {
        task.killed = true;
        if (task != running) {
            task.turn++;
            wake(task);
        }
    }

    private void give(Task task) {
        if (task.killed) {
            throw new Killed();
        }
        var next = next();
        if (next != task) {
            hand(next);
            task.awaitTurn();
        }
        task.turn++;
        if (task.killed) {
            throw new Killed();
        }
    }

    void end(Task task) {
        tasks.remove(task);
        if (task.machine != null) {
            task.machine.ended(task);
        }
        if (tasks.isEmpty()) {
            over.countDown();
            return;
        }
        hand(next());
    }

    private void hand(Task next) {
        running = next;
        if (next.started) {
            LockSupport.unpark(next.thread);
        } else {
            next.started = true;
            next.thread.start();
        }
    }

    private Task next() {
        while (true) {
            var entry = agenda.poll();
            if (entry == null) {
                throw new IllegalStateException("everybody waits for ever");
            }
            now = entry.at;
            if (entry.event != null) {
                if (!closing) {
                    entry.event.run();
                }
            } else if (entry.turn == entry.task.turn && tasks.contains(entry.task)) {
                steps++;
                return entry.task;
            }
        }
    }

    boolean isEndless() {
        return steps > MOST_STEPS;
    }

    /** Ends all other tasks, so that no thread is left. */
    void close(Task last) {
        closing = true;
        for (var task : new ArrayList<>(tasks)) {
            if (task != last) {
                kill(task);
            }
        }
    }
}
