package dev.ticketing.testing.network;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** Sends requests that no HTTP client can send. */
public final class Wire {

    private static final int PATIENCE_MILLIS = 30_000;

    private Wire() {}

    /** The response up to the end of the connection. */
    public static String send(int port, String request) throws IOException {
        try (var socket = new Socket("localhost", port)) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
