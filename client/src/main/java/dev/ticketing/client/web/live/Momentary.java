package dev.ticketing.client.web.live;

import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;

/**
 * Answers about tickets that many ask for at the same time: made once, and kept until the first news of any ticket, for a
 * moment at most. So an answer is never older than that moment, even when no news arrive (ADR 0020).
 */
public final class Momentary<V> {

    private static final int MOST = 500;

    private final TicketNews news;
    private final long nanos;
    private final ConcurrentHashMap<String, Answer> answers = new ConcurrentHashMap<>();

    /** @param moment zero keeps nothing */
    public Momentary(TicketNews news, Duration moment) {
        this.news = news;
        this.nanos = moment.toNanos();
    }

    /** Begun at a time, and knowing what was heard until then. */
    private final class Answer {

        private final long begun = System.nanoTime();
        private final long heard = news.count();
        private final FutureTask<V> task;

        Answer(Supplier<V> make) {
            task = new FutureTask<>(make::get);
        }

        boolean isTrue() {
            return heard == news.count() && System.nanoTime() - begun < nanos;
        }
    }

    /** What {@code make} returns or throws, on this thread or on that of somebody who asked a moment before. */
    public V get(String question, Supplier<V> make) {
        if (nanos == 0) {
            return make.get();
        }
        var known = answers.get(question);
        return known != null && known.isTrue() ? take(question, known) : renew(question, known, make);
    }

    private V renew(String question, Answer old, Supplier<V> make) {
        if (answers.size() >= MOST) {
            answers.clear();
        }
        var answer = new Answer(make);
        var first =
                old == null ? answers.putIfAbsent(question, answer) == null : answers.replace(question, old, answer);
        if (!first) {
            return get(question, make);
        }
        answer.task.run();
        return take(question, answer);
    }

    /** A failure is everybody's who waited for it, and nobody's after. */
    private V take(String question, Answer answer) {
        try {
            return answer.task.get();
        } catch (ExecutionException e) {
            answers.remove(question, answer);
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
