package dev.ticketing.web.cache;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * Caches responses that many callers request at the same time. An entry ends with the next known change of what it shows,
 * and after a moment in any case. A response is thus never older than that moment (ADR 0020).
 */
public final class MicroCache<V> {

    private static final int MOST = 500;

    private final LongSupplier changes;
    private final Cache<Key, FutureTask<V>> answers;

    /** A response belongs to a query and to the events so far, so that an event leads to a new response. */
    private record Key(Object question, long changes) {}

    /**
     * @param changes counts the changes of what the responses show; a new number ends every entry
     * @param moment measured from the start of the computation; zero disables the cache
     */
    public MicroCache(LongSupplier changes, Duration moment) {
        this.changes = changes;
        this.answers =
                Caffeine.newBuilder().expireAfterWrite(moment).maximumSize(MOST).build();
    }

    /**
     * The result of {@code make}, or its exception, computed on this thread or on that of a visitor a moment before.
     */
    public V get(Object question, Supplier<V> make) {
        var key = new Key(question, changes.getAsLong());
        var own = new FutureTask<>(make::get);
        var answer = answers.get(key, unknown -> own);
        if (answer == own) {
            own.run();
        }
        return await(key, answer);
    }

    /** All waiting callers see a failure; it is not cached. */
    private V await(Key key, FutureTask<V> answer) {
        try {
            return answer.get();
        } catch (ExecutionException e) {
            answers.asMap().remove(key, answer);
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
