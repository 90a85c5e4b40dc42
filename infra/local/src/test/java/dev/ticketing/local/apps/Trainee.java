package dev.ticketing.local.apps;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

/**
 * Is alive at once, never ready, because the others are down, and writes a file when it ends: at once, or slowly
 * ("slow") until it is killed.
 */
final class Trainee {

    private Trainee() {}

    public static void main(String[] args) throws IOException {
        if (args[0].equals("broken")) {
            System.exit(3);
        }
        var cache = Path.of(args[1]);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> write(cache, args[0].equals("slow"))));
        var port = Integer.parseInt(System.getenv("SERVER_PORT"));
        var server = HttpServer.create(new InetSocketAddress("127.0.0.1", port), 0);
        server.createContext("/livez", exchange -> {
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        server.start();
    }

    private static void write(Path cache, boolean slowly) {
        try {
            Files.writeString(cache, "half");
            if (slowly) {
                new CountDownLatch(1).await();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
