package dev.ticketing.systemtests.faults;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** Fills the store of a broker until it is removed, in the protocol of the broker, like a foreign client. */
final class Ballast implements AutoCloseable {

    private static final int[] SIZES = {256 * 1024, 16 * 1024, 1024, 64};

    private final Socket socket;
    private final BufferedReader answers;

    private Ballast(int port) throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        answers = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
        answers.readLine(); // INFO
        send("CONNECT {\"verbose\":false}\r\nSUB answers 1\r\n");
    }

    /** Returns when not even a small message fits. */
    static Ballast fill(int port, int atMost) throws IOException {
        var ballast = new Ballast(port);
        ballast.request(
                "$JS.API.STREAM.CREATE.BALLAST",
                "{\"name\":\"BALLAST\",\"subjects\":[\"ballast\"],\"storage\":\"file\",\"num_replicas\":1}");
        for (var size : SIZES) {
            var most = atMost / size;
            for (var sent = 0; !ballast.request("ballast", "x".repeat(size)).contains("\"error\""); sent++) {
                if (sent > most) {
                    throw new IllegalStateException("%d × %d bytes did not fill the store".formatted(sent, size));
                }
            }
        }
        return ballast;
    }

    private String request(String subject, String body) throws IOException {
        send("PUB %s answers %d\r\n%s\r\n".formatted(subject, body.length(), body));
        for (var line = answers.readLine(); line != null; line = answers.readLine()) {
            if (line.startsWith("MSG ")) {
                return answers.readLine();
            }
            if (line.equals("PING")) {
                send("PONG\r\n");
            }
        }
        throw new IOException("the broker has gone");
    }

    private void send(String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    @Override
    public void close() throws IOException {
        request("$JS.API.STREAM.DELETE.BALLAST", "");
        socket.close();
    }
}
