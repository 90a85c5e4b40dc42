package dev.ticketing.local;

import java.net.URI;
import java.util.Map;

/** Where the backing services of a suite are, for tools that look at it from outside; read as {@code ./dev up} reads it. */
public record Addresses(String mongodbUri, String natsUrl, URI stripe) {

    public static Addresses of(Map<String, String> environment) {
        // as with Docker: the direct connection does no harm to the embedded server
        var connections = new Connections(SuiteOptions.usual(environment).withDocker());
        return new Addresses(connections.mongodbUri(), connections.natsUrl(), URI.create(connections.stripeApiBase()));
    }
}
