package dev.ticketing.client.api.http;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.web.util.UriBuilder;

/** Query parameters of a call: visitor input always stays the value of its parameter. */
public final class Query {

    private Query() {}

    /** @param wanted parameters; those with the value {@code null} are omitted */
    public static URI address(UriBuilder uri, Map<String, String> wanted) {
        var given = new LinkedHashMap<>(wanted);
        given.values().removeIf(value -> value == null);
        given.keySet().forEach(name -> uri.queryParam(name, "{" + name + "}"));
        return uri.build(given);
    }
}
