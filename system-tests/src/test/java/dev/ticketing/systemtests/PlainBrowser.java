package dev.ticketing.systemtests;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** A browser without JavaScript: follows redirects, stores cookies, fills in forms and presses their buttons. */
final class PlainBrowser {

    private final HttpClient client = HttpClient.newBuilder()
            .cookieHandler(new CookieManager())
            .followRedirects(HttpClient.Redirect.NORMAL)
            .version(HttpClient.Version.HTTP_1_1)
            .build();
    private final URI frontDoor;
    private URI address;
    private int status;
    private Document page;

    PlainBrowser(URI frontDoor) {
        this.frontDoor = frontDoor;
        open("/");
    }

    void open(String path) {
        show(send(HttpRequest.newBuilder(frontDoor.resolve(path))));
    }

    void follow(String link) {
        show(send(HttpRequest.newBuilder(URI.create(
                page.select("a:containsOwn(%s)".formatted(link)).first().absUrl("href")))));
    }

    /** Presses the button with this text, in a form with this input. */
    void press(String button, Map<String, String> typed) {
        var pressed = page.select("button:contains(%s)".formatted(button)).first();
        if (pressed == null) {
            throw new AssertionError("no button \"" + button + "\" at " + address + ":\n"
                    + page.body().text());
        }
        var form = pressed.closest("form");
        var body = fields(form, pressed, typed).entrySet().stream()
                .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
                .collect(joining("&"));
        show(send(HttpRequest.newBuilder(form.hasAttr("action") ? URI.create(form.absUrl("action")) : address)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Origin", address.resolve("/").toString().replaceAll("/$", ""))
                .header("Sec-Fetch-Site", "same-origin")
                .POST(BodyPublishers.ofString(body))));
    }

    private static Map<String, String> fields(Element form, Element pressed, Map<String, String> typed) {
        var fields = new LinkedHashMap<String, String>();
        form.select("input[name]").forEach(input -> fields.put(input.attr("name"), input.val()));
        form.select("select[name]")
                .forEach(select -> fields.put(
                        select.attr("name"), select.select("option[selected]").val()));
        fields.putAll(typed);
        if (pressed.hasAttr("name")) {
            fields.put(pressed.attr("name"), pressed.attr("value"));
        }
        return fields;
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private void show(HttpResponse<String> response) {
        address = response.uri();
        status = response.statusCode();
        page = Jsoup.parse(response.body(), address.toString());
    }

    String path() {
        return address.getPath();
    }

    int status() {
        return status;
    }

    String text() {
        return page.body().text();
    }

    Document page() {
        return page;
    }

    void reload() {
        open(address.getPath());
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
