package dev.ticketing.testing.backing;

import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import redis.embedded.RedisServer;

/** MongoDB's wire protocol in this JVM, the Redis binary from its jar, and the machine's own nats-server. */
final class EmbeddedBacking implements Backing {

    private @Nullable String mongodb;
    private @Nullable String redis;

    @Override
    public synchronized String mongodbUri() {
        if (mongodb == null) {
            var server = new MongoServer(new MemoryBackend());
            var address = server.bind();
            mongodb = "mongodb://" + address.getHostString() + ":" + address.getPort();
        }
        return mongodb;
    }

    @Override
    public String startNats() {
        return NatsProcess.start();
    }

    @Override
    public synchronized String redisUrl() {
        if (redis == null) {
            redis = startRedis();
        }
        return redis;
    }

    /** Redis knows no port of its own choice: one that was taken in between is given up for another. */
    private static String startRedis() {
        IOException last = null;
        for (var attempt = 0; attempt < 3; attempt++) {
            try {
                return startRedis(freePort());
            } catch (IOException e) {
                last = e;
            }
        }
        throw new UncheckedIOException(last);
    }

    private static String startRedis(int port) throws IOException {
        var server =
                RedisServer.newRedisServer().port(port).setting("save \"\"").build();
        server.start();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(server)));
        return "redis://localhost:" + port;
    }

    private static void stop(RedisServer server) {
        try {
            server.stop();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Below those that systems give to outgoing connections: nobody takes it until the server listens there. */
    private static int freePort() {
        return IntStream.generate(() -> ThreadLocalRandom.current().nextInt(10_000, 20_000))
                .filter(EmbeddedBacking::isFree)
                .findFirst()
                .orElseThrow();
    }

    private static boolean isFree(int port) {
        try (var socket = new ServerSocket(port)) {
            return socket.isBound();
        } catch (IOException taken) {
            return false;
        }
    }
}
