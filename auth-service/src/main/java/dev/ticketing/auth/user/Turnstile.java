package dev.ticketing.auth.user;

import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Lets as much hashing happen at once as there are cores, and a limited crowd wait for it. It happens on platform threads,
 * which the system shares the cores among; virtual threads would keep everybody else's requests from running.
 */
@Component
class Turnstile {

    private static final int CROWD = 512;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final ThreadPoolExecutor threads;
    private final Duration patience;

    @Autowired
    Turnstile() {
        this(Runtime.getRuntime().availableProcessors(), CROWD, PATIENCE);
    }

    Turnstile(int atOnce, int crowd, Duration patience) {
        this.threads = new ThreadPoolExecutor(
                atOnce,
                atOnce,
                0,
                TimeUnit.SECONDS,
                new ArrayBlockingQueue<>(crowd),
                Thread.ofPlatform().name("hashing-", 1).daemon().factory());
        this.patience = patience;
    }

    /** @throws TooBusy if the crowd is full, or the wait too long; the work is then not begun, or its end not awaited */
    <T> T pass(Supplier<T> work) {
        Future<T> turn;
        try {
            turn = threads.submit(work::get);
        } catch (RejectedExecutionException e) {
            throw new TooBusy();
        }
        try {
            return turn.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException | CancellationException e) {
            turn.cancel(false);
            throw new TooBusy();
        } catch (InterruptedException e) {
            turn.cancel(false);
            Thread.currentThread().interrupt();
            throw new TooBusy();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException fact ? fact : new IllegalStateException(e.getCause());
        }
    }

    /** How many are waiting. */
    int crowd() {
        return threads.getQueue().size();
    }
}
