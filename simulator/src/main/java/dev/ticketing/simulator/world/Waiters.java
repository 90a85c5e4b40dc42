package dev.ticketing.simulator.world;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Map;

/** The waiting tasks by what they wait for, longest first. */
final class Waiters {

    private final World world;
    private final Map<Object, Deque<Task>> waiting = new IdentityHashMap<>();

    Waiters(World world) {
        this.world = world;
    }

    void await(Object what, long atMostMicros) {
        var task = Task.current();
        var queue = waiting.computeIfAbsent(what, key -> new ArrayDeque<>());
        queue.add(task);
        try {
            world.scheduler.pause(task, atMostMicros);
        } finally {
            queue.remove(task);
        }
    }

    void wakeOne(Object what) {
        var queue = waiting.get(what);
        if (queue != null && !queue.isEmpty()) {
            world.scheduler.wake(queue.removeFirst());
        }
    }

    /** A random one, as a broker serves any of its clients. */
    void wakeAny(Object what) {
        var queue = waiting.get(what);
        if (queue != null && !queue.isEmpty()) {
            for (var skipped = world.chance.below(queue.size()); skipped > 0; skipped--) {
                queue.addLast(queue.removeFirst());
            }
            world.scheduler.wake(queue.removeFirst());
        }
    }
}
