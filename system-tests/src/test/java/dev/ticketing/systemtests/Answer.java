package dev.ticketing.systemtests;

import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the suite answered. */
record Answer(int status, HttpHeaders headers, String body) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    static Answer of(HttpResponse<String> response) {
        return new Answer(response.statusCode(), response.headers(), response.body());
    }

    JsonNode json() {
        return JSON.readTree(body);
    }

    /** A text of the body by its path, such as {@code ticket.id}. */
    String text(String path) {
        return json().at("/" + path.replace('.', '/')).asString();
    }

    String id() {
        return text("id");
    }

    /** The problem's stable word. */
    String code() {
        return text("code");
    }
}
