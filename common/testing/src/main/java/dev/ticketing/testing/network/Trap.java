package dev.ticketing.testing.network;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Pattern;

/** What a proxy waits for, and its action. */
final class Trap {

    private final Pattern sent;
    private final Pattern answer;
    private final Runnable action;
    private final AtomicBoolean used = new AtomicBoolean();
    private final CompletableFuture<Void> sprung = new CompletableFuture<>();

    /** @param sent is to come first, if not {@code null}; @param answer is to follow on the same connection, if not {@code null} */
    Trap(String sent, String answer, Runnable action) {
        this.sent = pattern(sent);
        this.answer = pattern(answer);
        this.action = action;
    }

    private static Pattern pattern(String text) {
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
        return answer.matcher(text).find();
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
