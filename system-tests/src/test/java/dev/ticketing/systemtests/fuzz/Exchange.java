package dev.ticketing.systemtests.fuzz;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * One request on a separate connection, and its complete response.
 *
 * @param answer empty if there was none
 */
record Exchange(Request request, String answer) {

    /** On a busy machine ten seconds were not enough. */
    private static final int UNTIL_IT_BEGINS_MILLIS = 60_000;

    private static final int UNTIL_IT_GOES_ON_MILLIS = 10_000;
    private static final Pattern STATUS = Pattern.compile("HTTP/1\\.[01] (\\d{3})");

    static Exchange with(URI door, Request request) {
        var answer = new ByteArrayOutputStream();
        try (var socket = new Socket(door.getHost(), door.getPort())) {
            socket.setSoTimeout(UNTIL_IT_BEGINS_MILLIS);
            socket.getOutputStream().write(request.bytes());
            if (request.isBroken()) {
                socket.shutdownOutput(); // announces more than it sends
            }
            var first = socket.getInputStream().read();
            if (first >= 0) {
                answer.write(first);
                socket.setSoTimeout(UNTIL_IT_GOES_ON_MILLIS);
                socket.getInputStream().transferTo(answer);
            }
        } catch (SocketTimeoutException | SocketException e) {
            // an open page receives changes without an end; the end of a refused request is not awaited
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return new Exchange(request, answer.toString(StandardCharsets.UTF_8));
    }

    /** Zero if there is none. */
    int status() {
        var matcher = STATUS.matcher(answer);
        return matcher.lookingAt() ? Integer.parseInt(matcher.group(1)) : 0;
    }

    String head() {
        var end = answer.indexOf("\r\n\r\n");
        return (end < 0 ? answer : answer.substring(0, end)).toLowerCase(Locale.ROOT);
    }

    /** The JSON of the response, without the sizes of its chunks (RFC 9112, 7.1). */
    String body() {
        var start = answer.indexOf('{', head().length());
        var end = answer.lastIndexOf('}');
        return start < 0 || end < start ? "" : answer.substring(start, end + 1).replaceAll("\r\n[0-9a-f]+\r\n", "");
    }
}
