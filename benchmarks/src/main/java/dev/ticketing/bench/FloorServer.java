package dev.ticketing.bench;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Executors;

/** The JDK's own server in a process of its own: every request gets the bytes of a file. */
final class FloorServer {

    private static final int BACKLOG = 1024;

    private FloorServer() {}

    /** @param arguments the port, and for each path a file, as {@code /path=file} */
    public static void main(String[] arguments) throws IOException {
        var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), Integer.parseInt(arguments[0]));
        var server = HttpServer.create(address, BACKLOG);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        for (var i = 1; i < arguments.length; i++) {
            var pair = arguments[i].split("=", 2);
            var body = Files.readAllBytes(Path.of(pair[1]));
            server.createContext(pair[0], exchange -> {
                exchange.sendResponseHeaders(200, body.length);
                exchange.getResponseBody().write(body);
                exchange.close();
            });
        }
        server.start();
    }
}
