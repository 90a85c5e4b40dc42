package dev.ticketing.systemtests.faults;

/** Small enough to run with all tests, or the full size of {@code ./dev chaos}. */
final class Size {

    private static final boolean FULL = Boolean.getBoolean("faults.full");

    private Size() {}

    static <T> T of(T usual, T full) {
        return FULL ? full : usual;
    }
}
