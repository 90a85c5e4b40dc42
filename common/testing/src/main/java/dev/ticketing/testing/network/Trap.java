package dev.ticketing.testing.network;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a proxy waits for, and its action. */
final class Trap {

    private final @Nullable Pattern sent;
    private final @Nullable Pattern answer;
    private final Runnable action;
    private final AtomicBoolean used = new AtomicBoolean();
    private final CompletableFuture<Void> sprung = new CompletableFuture<>();

    /**
     * @param sent must come first, if given
     * @param answer must follow on the same connection, if given
     */
    Trap(@Nullable String sent, @Nullable String answer, Runnable action) {
        this.sent = pattern(sent);
        this.answer = pattern(answer);
        this.action = action;
    }

    private static @Nullable Pattern pattern(@Nullable String text) {
        return text == null ? null : Pattern.compile(text, Pattern.DOTALL);
    }

    CompletableFuture<Void> sprung() {
        return sprung;
    }

    boolean isUsed() {
        return used.get();
    }

    /** Whether this text, on its way to the server, makes the response on this connection count. */
    boolean matchesSent(String text) {
        return sent == null || sent.matcher(text).find();
    }

    boolean waitsForAnswer() {
        return answer != null;
    }

    boolean needsNothingSent() {
        return sent == null;
    }

    boolean matchesAnswer(String text) {
        return answer != null && answer.matcher(text).find();
    }

    /** False if another connection has triggered it. */
    boolean spring() {
        if (!used.compareAndSet(false, true)) {
            return false;
        }
        try {
            action.run();
            sprung.complete(null);
        } catch (RuntimeException | Error e) {
            sprung.completeExceptionally(e);
        }
        return true;
    }
}
