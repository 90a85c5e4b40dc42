package dev.ticketing.local;

import dev.ticketing.local.process.ReadyLog;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;

/**
 * Where the backing services of a suite are, for tools that look at it from outside; read as {@code ./dev up} reads it.
 *
 * @param answers what the front door has answered, one JSON object per line
 */
public record Addresses(String mongodbUri, String natsUrl, URI stripe, ReadyLog readyLog, Path answers) {

    public static Addresses of(Map<String, String> environment) {
        return of(SuiteOptions.usual(environment));
    }

    public static Addresses of(SuiteOptions options) {
        // as with Docker: the direct connection does no harm to the embedded server
        var connections = new Connections(options.withDocker());
        return new Addresses(
                connections.mongodbUri(),
                connections.natsUrlWithUser(),
                URI.create(connections.stripeApiBase()),
                new ReadyLog(options.run().resolve("ready.log")),
                options.answers());
    }
}
