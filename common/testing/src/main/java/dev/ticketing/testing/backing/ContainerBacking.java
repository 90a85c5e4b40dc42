package dev.ticketing.testing.backing;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.utility.DockerImageName;

/** The real images, pinned as in {@code infra/local/compose.yaml}. */
final class ContainerBacking implements Backing {

    private static final String MONGODB = "mongo:8.0.29";
    private static final String NATS = "nats:2.12.15-alpine";
    private static final String REDIS = "redis:8.2.10-alpine";

    private @Nullable String mongodb;
    private @Nullable String redis;

    /**
     * Whether a Docker engine responds that has the images; a test run never pulls one unasked. Testcontainers cannot
     * answer this, because it first pulls an image of its own.
     */
    static boolean isPossible() {
        try {
            var inspect = new ProcessBuilder("docker", "image", "inspect", MONGODB, NATS, REDIS)
                    .redirectOutput(Redirect.DISCARD)
                    .redirectError(Redirect.DISCARD)
                    .start();
            return inspect.waitFor(10, TimeUnit.SECONDS) && inspect.exitValue() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    public synchronized String mongodbUri() {
        if (mongodb == null) {
            mongodb = "mongodb://" + start(MONGODB, 27017, ".*Waiting for connections.*");
        }
        return mongodb;
    }

    @Override
    public String startNats() {
        return "nats://" + start(NATS, 4222, ".*Server is ready.*", "-js");
    }

    @Override
    public synchronized String redisUrl() {
        if (redis == null) {
            redis = "redis://" + start(REDIS, 6379, ".*Ready to accept connections.*");
        }
        return redis;
    }

    /** Testcontainers removes the container at the end of the JVM. */
    @SuppressWarnings("resource")
    private static String start(String image, int port, String readyLine, String... command) {
        var container = new GenericContainer<>(DockerImageName.parse(image))
                .withExposedPorts(port)
                .withCommand(command)
                .waitingFor(Wait.forLogMessage(readyLine, 1));
        container.start();
        return container.getHost() + ":" + container.getMappedPort(port);
    }
}
