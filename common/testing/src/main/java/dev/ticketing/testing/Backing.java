package dev.ticketing.testing;

import java.util.Locale;

/**
 * The backing services of this JVM, each started when asked for and stopped with the JVM. Containers of the real
 * images where Docker has them, servers embedded or on this machine elsewhere; {@code TICKETING_TEST_BACKING} set to
 * {@code docker}, {@code embedded} or {@code auto} (the default) decides.
 */
interface Backing {

    String mongodbUri();

    /** Starts a broker of its own for the caller: two services under test must not share their consumers. */
    String startNats();

    String redisUrl();

    static Backing instance() {
        return Holder.INSTANCE;
    }

    /** Chosen once. */
    final class Holder {

        private static final Backing INSTANCE = choose();

        private Holder() {}

        private static Backing choose() {
            var wanted = System.getenv().getOrDefault("TICKETING_TEST_BACKING", "auto");
            return switch (wanted.toLowerCase(Locale.ROOT)) {
                case "docker" -> new ContainerBacking();
                case "embedded" -> new EmbeddedBacking();
                case "auto" -> ContainerBacking.isPossible() ? new ContainerBacking() : new EmbeddedBacking();
                default ->
                    throw new IllegalStateException(
                            "TICKETING_TEST_BACKING=" + wanted + " (expected: docker, embedded or auto)");
            };
        }
    }
}
