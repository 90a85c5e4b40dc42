package dev.ticketing.web.problem;

import org.springframework.core.NestedExceptionUtils;
import org.springframework.web.util.DisconnectedClientHelper;

/** Distinguishes the exceptions of a disconnected client from all others. */
public final class LostConnection {

    /**
     * Longer messages contain a text of the client, and converting them to lower case takes too long; see
     * {@link ErrorResolver}.
     */
    private static final int LONGEST_MESSAGE = 1_000;

    private LostConnection() {}

    public static boolean isCauseOf(Exception e) {
        var message = NestedExceptionUtils.getMostSpecificCause(e).getMessage();
        return (message == null || message.length() <= LONGEST_MESSAGE)
                && DisconnectedClientHelper.isClientDisconnectedException(e);
    }
}
