package dev.ticketing.local.process;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** Whether a process is ready. */
@FunctionalInterface
public interface Readiness {

    boolean answers() throws IOException, InterruptedException;

    /** Ready if the port of localhost accepts connections. */
    static Readiness accepts(int port) {
        return () -> {
            try (var socket = new Socket()) {
                socket.connect(new InetSocketAddress("localhost", port), 1000);
                return true;
            }
        };
    }

    /** Ready if GET returns 200. */
    static Readiness ok(URI uri) {
        return ok(uri, Duration.ofSeconds(5));
    }

    /** Ready if GET returns 200 within this time. */
    static Readiness ok(URI uri, Duration timeout) {
        var request = HttpRequest.newBuilder(uri).timeout(timeout).build();
        return () -> Http.CLIENT.send(request, BodyHandlers.discarding()).statusCode() == 200;
    }

    /** One client for all, because each has a thread of its own. */
    final class Http {
        private static final HttpClient CLIENT = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(Duration.ofSeconds(1))
                .build();

        private Http() {}
    }
}
