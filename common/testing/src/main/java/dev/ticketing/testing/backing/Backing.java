package dev.ticketing.testing.backing;

import java.util.Locale;

/**
 * The backing services of this JVM, each started on demand and stopped with the JVM. They are containers of the real
 * images if Docker has them, otherwise embedded or local servers. {@code TICKETING_TEST_BACKING} selects:
 * {@code docker}, {@code embedded} or {@code auto} (the default).
 */
public interface Backing {

    String mongodbUri();

    /** Starts a separate broker for the caller, because two services under test must not share consumers. */
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
