package dev.ticketing.auth.user;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Runs as many hashes concurrently as there are cores, and lets a limited crowd wait. Each client has its own line, and
 * the lines take turns. One client gets at most half of the cores, so that others never wait for it. Hashing runs on
 * platform threads, which the system schedules fairly; virtual threads would block all other requests.
 */
@Component
class Bulkhead {

    private static final int CROWD = 1024;
    /** Less than the timeout of the front door. */
    private static final Duration PATIENCE = Duration.ofSeconds(50);

    private final int atOnce;
    private final int crowd;
    private final int longestLine;
    private final Duration patience;
    private final ExecutorService threads;
    private final Map<String, Line> lines = new HashMap<>();
    private final Queue<Line> waiting = new ArrayDeque<>();
    private int running;
    private int crowded;

    /** The requests of one client. While it has waiting requests, it is in the queue of lines exactly once. */
    private static final class Line {
        private final String client;
        private final Queue<FutureTask<?>> people = new ArrayDeque<>();
        private int running;

        Line(String client) {
            this.client = client;
        }
    }

    @Autowired
    Bulkhead() {
        this(Math.max(2, Runtime.getRuntime().availableProcessors()), CROWD, PATIENCE);
    }

    /** @param crowd how many requests may wait; half of them of one client */
    Bulkhead(int atOnce, int crowd, Duration patience) {
        this.atOnce = atOnce;
        this.crowd = crowd;
        this.longestLine = Math.max(1, crowd / 2);
        this.patience = patience;
        this.threads = Executors.newFixedThreadPool(
                atOnce, Thread.ofPlatform().name("hashing-", 1).daemon().factory());
    }

    /**
     * @throws LineFull if too many requests of this client wait
     * @throws TooBusy if the crowd is full, or the wait too long; then the work has not begun, or its end is not
     *     awaited
     */
    <T> T pass(String client, Supplier<T> work) {
        var turn = new FutureTask<>(work::get);
        enter(client, turn);
        try {
            return turn.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException | CancellationException e) {
            leave(client, turn);
            throw new TooBusy();
        } catch (InterruptedException e) {
            leave(client, turn);
            Thread.currentThread().interrupt();
            throw new TooBusy();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException fact ? fact : new IllegalStateException(e.getCause());
        }
    }

    private synchronized void enter(String client, FutureTask<?> turn) {
        requirePlace(lines.get(client));
        var line = lines.computeIfAbsent(client, Line::new);
        line.people.add(turn);
        crowded++;
        if (line.people.size() == 1) {
            waiting.add(line);
        }
        letIn();
    }

    private void requirePlace(@Nullable Line line) {
        if (line != null && line.people.size() >= longestLine) {
            throw new LineFull(longestLine);
        }
        if (crowded >= crowd) {
            throw new TooBusy();
        }
    }

    private synchronized void leave(String client, FutureTask<?> turn) {
        turn.cancel(false);
        var line = lines.get(client);
        if (line != null && line.people.remove(turn)) {
            crowded--;
            if (line.people.isEmpty()) {
                waiting.remove(line);
                forget(line);
            }
        }
    }

    /** One request of each line in turn, except for lines that have their share. */
    private void letIn() {
        var passedOver = 0;
        while (running < atOnce && passedOver < waiting.size()) {
            var line = waiting.remove();
            if (line.running < Math.max(1, atOnce / 2)) {
                begin(line, line.people.remove());
                passedOver = 0;
            } else {
                passedOver++;
            }
            if (!line.people.isEmpty()) {
                waiting.add(line);
            }
        }
    }

    private void begin(Line line, FutureTask<?> turn) {
        crowded--;
        running++;
        line.running++;
        threads.execute(() -> {
            turn.run();
            end(line);
        });
    }

    private synchronized void end(Line line) {
        running--;
        line.running--;
        forget(line);
        letIn();
    }

    private void forget(Line line) {
        if (line.people.isEmpty() && line.running == 0) {
            lines.remove(line.client, line);
        }
    }

    /** The number of waiting requests. */
    synchronized int crowd() {
        return crowded;
    }
}
