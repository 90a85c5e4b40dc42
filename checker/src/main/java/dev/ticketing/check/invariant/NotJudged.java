package dev.ticketing.check.invariant;

/** An error of the checker itself; see the cause. */
public final class NotJudged extends RuntimeException {

    NotJudged(String what, RuntimeException cause) {
        super("the checker failed while checking %s: %s".formatted(what, cause), cause);
    }
}
