package dev.ticketing.client.testing;

import dev.ticketing.testing.SignedIn;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/** A browser without scripts that follows no redirects, with or without a person's session. */
public final class Browser {

    private final HttpClient http = HttpClient.newHttpClient();
    private final String address;
    private final List<String> headers = new ArrayList<>();

    private Browser(String address) {
        this.address = address;
    }

    static Browser at(int port) {
        return new Browser("http://localhost:" + port);
    }

    public Browser as(SignedIn person) {
        return with("Cookie", person.cookie());
    }

    /** The same browser with one more header. */
    public Browser with(String name, String value) {
        var other = new Browser(address);
        other.headers.addAll(headers);
        other.headers.addAll(List.of(name, value));
        return other;
    }

    /** A response. */
    public record Page(int status, HttpHeaders headers, Document html) {

        public String header(String name) {
            return headers.firstValue(name).orElse("");
        }

        public List<String> headers(String name) {
            return headers.allValues(name);
        }

        /** Texts of all matching elements. */
        public List<String> texts(String selector) {
            return html.select(selector).eachText();
        }

        public String text(String selector) {
            return html.select(selector).text();
        }

        public String value(String selector) {
            return html.select(selector).val();
        }

        public boolean has(String selector) {
            return !html.select(selector).isEmpty();
        }
    }

    public Page get(String path) {
        return send(HttpRequest.newBuilder().GET(), path);
    }

    public Page post(String path, Map<String, String> form) {
        var body = form.entrySet().stream()
                .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
                .collect(Collectors.joining("&"));
        return send(
                HttpRequest.newBuilder()
                        .POST(BodyPublishers.ofString(body))
                        .header("Content-Type", "application/x-www-form-urlencoded"),
                path);
    }

    /** Without a body. */
    public Page send(String method, String path) {
        return send(HttpRequest.newBuilder().method(method, BodyPublishers.noBody()), path);
    }

    private Page send(HttpRequest.Builder request, String path) {
        request.uri(URI.create(address + path)).header("Accept", "text/html");
        if (!headers.isEmpty()) {
            request.headers(headers.toArray(String[]::new));
        }
        try {
            var answer = http.send(request.build(), BodyHandlers.ofString());
            requireTexts(path, answer.body());
            return new Page(answer.statusCode(), answer.headers(), Jsoup.parse(answer.body()));
        } catch (IOException e) {
            throw new AssertionError(path + " was not answered", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    /** Thymeleaf renders a missing text as {@code ??its.key_en??}. */
    private static void requireTexts(String path, String body) {
        if (body.contains("??")) {
            throw new AssertionError(path + " lacks a text: " + body.replaceAll("(?s).*?(\\?\\?.{0,80}).*", "$1"));
        }
    }

    private static String encode(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
