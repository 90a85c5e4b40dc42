package dev.ticketing.client.web.event;

import dev.ticketing.client.api.Event;
import dev.ticketing.client.api.EventsApi;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** {@code /sitemap.xml} and {@code /robots.txt}, for search engines. */
@Controller
class SitemapController {

    private static final Duration CACHEABLE = Duration.ofHours(1);
    /** Of a hundred events each. */
    private static final int MOST_PAGES = 10;

    private static final String ROBOTS = """
            User-agent: *
            Disallow: /account
            Disallow: /auth/
            Disallow: /orders
            Disallow: /selling
            Disallow: /tickets/mine
            Disallow: /tickets/new
            Disallow: /api/
            Sitemap: %s
            """;

    private final EventsApi events;

    SitemapController(EventsApi events) {
        this.events = events;
    }

    @GetMapping("/sitemap.xml")
    ResponseEntity<byte[]> sitemap() {
        var addresses = Stream.concat(
                        Stream.of("/", "/help"), forSale().stream().map(event -> "/events/" + event.id()))
                .map(path -> "<url><loc>" + EventPreview.address(path) + "</loc></url>")
                .collect(Collectors.joining("\n"));
        return answer(
                MediaType.APPLICATION_XML,
                "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                        + "<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n" + addresses
                        + "\n</urlset>\n");
    }

    private List<Event> forSale() {
        var found = new ArrayList<Event>();
        var wanted = new LinkedHashMap<>(Map.of("limit", "100"));
        for (var page = 0; page < MOST_PAGES; page++) {
            var next = events.search(wanted);
            found.addAll(next.items());
            if (next.next() == null) {
                break;
            }
            wanted.put("cursor", next.next());
        }
        return found;
    }

    @GetMapping("/robots.txt")
    ResponseEntity<byte[]> robots() {
        return answer(MediaType.TEXT_PLAIN, ROBOTS.formatted(EventPreview.address("/sitemap.xml")));
    }

    private static ResponseEntity<byte[]> answer(MediaType type, String body) {
        return ResponseEntity.ok()
                .contentType(type)
                .cacheControl(CacheControl.maxAge(CACHEABLE).cachePublic())
                .body(body.getBytes(StandardCharsets.UTF_8));
    }
}
