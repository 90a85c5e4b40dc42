package dev.ticketing.systemtests;

import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A response of the suite. */
public record Answer(int status, HttpHeaders headers, String body) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** A missing response. */
    public static final Answer NONE = new Answer(0, HttpHeaders.of(Map.of(), (name, value) -> true), "");

    static Answer of(HttpResponse<String> response) {
        return new Answer(response.statusCode(), response.headers(), response.body());
    }

    public JsonNode json() {
        return JSON.readTree(body);
    }

    /** A string in the body by its path, such as {@code ticket.id}. */
    public String text(String path) {
        return json().at("/" + path.replace('.', '/')).asString();
    }

    public String id() {
        return text("id");
    }

    /** The code of the problem. */
    public String code() {
        return text("code");
    }
}
