package dev.ticketing.simulator.world;

import dev.ticketing.web.IdempotencyKeyReused;
import java.time.Instant;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.OptimisticLockingFailureException;

/**
 * What somebody is answered.
 *
 * @param status as HTTP has it; 0 for none, or one that says nothing certain
 */
public record Reply(int status, Made made, String why) {

    static final Reply NONE = new Reply(0, Made.NOTHING, "no answer");

    /** @param expiresAt of an order; else {@code null} */
    public record Made(String id, String text, Instant expiresAt) {
        public static final Made NOTHING = new Made(null, "", null);
    }

    public static Reply of(int success, Supplier<Made> work, ToIntFunction<RuntimeException> failure) {
        try {
            return new Reply(success, work.get(), "");
        } catch (RuntimeException e) {
            return new Reply(failure.applyAsInt(e), Made.NOTHING, e.getMessage());
        }
    }

    /** What all services answer alike; an error that no client should ever see is a violation. */
    public static int status(RuntimeException e) {
        return switch (e) {
            case IdempotencyKeyReused _ -> 422;
            case OptimisticLockingFailureException _ -> throw e; // nobody's fault: tried again, and never told
            case DuplicateKeyException _ -> throw e;
            case DataAccessException _ -> 0;
            default -> throw e;
        };
    }

    boolean isSuccess() {
        return status / 100 == 2;
    }
}
