package dev.ticketing.local.mongodb;

import de.bwaldvogel.mongo.MongoServer;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** The embedded MongoDB server as a process of its own: {@code mongodb <port> <data folder>}. */
public final class MongoDb implements AutoCloseable {

    private final MongoServer server;

    /** Held while the server lives: two of them must never write one journal. */
    private final FileChannel lock;

    private MongoDb(MongoServer server, FileChannel lock) {
        this.server = server;
        this.lock = lock;
    }

    public static void main(String[] args) throws IOException {
        var server = start(Integer.parseInt(args[0]), Path.of(args[1]));
        Runtime.getRuntime().addShutdownHook(new Thread(server.server::shutdownNow));
    }

    /** Listens on this port of localhost (0: any free one) and keeps its data in this folder. */
    public static MongoDb start(int port, Path data) throws IOException {
        Files.createDirectories(data);
        var lock = FileChannel.open(data.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (lock.tryLock() == null) {
            throw new IOException(data + " is in use by another process");
        }
        var server = new MongoServer(new JournaledBackend(new JournaledStore(new Journal(data.resolve("journal")))));
        server.bind("localhost", port);
        return new MongoDb(server, lock);
    }

    public int port() {
        return server.getLocalAddress().getPort();
    }

    @Override
    public void close() throws IOException {
        server.shutdownNow();
        lock.close();
    }
}
