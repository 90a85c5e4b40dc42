package dev.ticketing.testing;

import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import redis.embedded.RedisServer;

/** MongoDB's wire protocol in this JVM, the Redis binary from its jar, and the machine's own nats-server. */
final class EmbeddedBacking implements Backing {

    private String mongodb;
    private String redis;

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

    private static String startRedis() {
        try {
            var server = RedisServer.newRedisServer()
                    .port(freePort())
                    .setting("save \"\"")
                    .build();
            server.start();
            Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(server)));
            return "redis://localhost:" + server.ports().getFirst();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void stop(RedisServer server) {
        try {
            server.stop();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
