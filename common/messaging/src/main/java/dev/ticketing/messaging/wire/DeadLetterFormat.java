package dev.ticketing.messaging.wire;

/** The format of a dead letter: its subject, and the headers that tell its origin and the reason. */
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

    /** Header of a replayed message: the number of the dead letter. */
    public static final String REPLAY_OF = "Replay-Of";

    /** Header of a replayed message: the one consumer it is meant for. */
    public static final String REPLAY_FOR = "Replay-For";

    private DeadLetterFormat() {}
}
