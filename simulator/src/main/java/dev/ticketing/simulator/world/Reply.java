package dev.ticketing.simulator.world;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/**
 * The response for a client.
 *
 * @param status of HTTP; 0 for none, or an uncertain outcome
 * @param body without parts that change from one moment to the next
 */
record Reply(int status, JsonNode body, String why) {

    static final Reply NONE = new Reply(0, MissingNode.getInstance(), "no answer");

    boolean isSuccess() {
        return status / 100 == 2;
    }

    /** A field of the body, or {@code null}. */
    String field(String name) {
        return body.path(name).asString(null);
    }

    /** For the story. */
    String summary() {
        return "%d %s%s".formatted(status, body.path("status").asString(""), why);
    }
}
