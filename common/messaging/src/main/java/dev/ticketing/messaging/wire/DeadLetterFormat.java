package dev.ticketing.messaging.wire;

/** What a dead letter looks like on the wire: its subject, and the headers that say where it came from and why. */
public final class DeadLetterFormat {

    /** Followed by the name of the consumer that gave the message up. */
    public static final String SUBJECT_PREFIX = "dead-letter.";

    public static final String HEADER_PREFIX = "Dead-Letter-";
    public static final String REASON = HEADER_PREFIX + "Reason";
    public static final String CONSUMER = HEADER_PREFIX + "Consumer";
    public static final String SUBJECT = HEADER_PREFIX + "Subject";
    public static final String STREAM = HEADER_PREFIX + "Stream";
    public static final String SEQUENCE = HEADER_PREFIX + "Sequence";
    public static final String DELIVERIES = HEADER_PREFIX + "Deliveries";

    /** On a message that was sent again: the number of the dead letter. */
    public static final String REPLAY_OF = "Replay-Of";

    /** On a message that was sent again: the one consumer that it is for. */
    public static final String REPLAY_FOR = "Replay-For";

    private DeadLetterFormat() {}
}
