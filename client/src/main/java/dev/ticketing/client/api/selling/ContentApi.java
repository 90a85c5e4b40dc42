package dev.ticketing.client.api.selling;

import dev.ticketing.client.api.http.ApiProblem;
import java.util.Map;
import java.util.Optional;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.web.client.RestClient;

/** {@code /api/tickets/:id/content}: the ticket itself. */
public final class ContentApi {

    private static final String ADDRESS = "/api/tickets/{id}/content";

    private final RestClient http;

    public ContentApi(RestClient http) {
        this.http = http;
    }

    /**
     * What a visitor may open.
     *
     * @param isPicture whether a page can show the file
     * @param hasCode whether a page can show the code
     */
    public record Content(boolean isPicture, boolean hasCode) {}

    /** Empty if there is none for this visitor. Does not count as opening it. */
    public Optional<Content> find(String ticketId) {
        return type(ticketId, "")
                .map(file -> new Content(
                        file.getType().equals("image"), type(ticketId, "code").isPresent()));
    }

    private Optional<MediaType> type(String ticketId, String as) {
        try {
            return Optional.ofNullable(http.head()
                    .uri(ADDRESS + "?as={as}", ticketId, as)
                    .retrieve()
                    .toBodilessEntity()
                    .getHeaders()
                    .getContentType());
        } catch (ApiProblem e) {
            if (e.is(HttpStatus.NOT_FOUND.value())) {
                return Optional.empty();
            }
            throw e;
        }
    }

    public void attachCode(String ticketId, String format, String text) {
        http.put()
                .uri(ADDRESS, ticketId)
                .body(Map.of("barcode", Map.of("format", format, "text", text)))
                .retrieve()
                .toBodilessEntity();
    }

    public void attachFile(String ticketId, byte[] file) {
        var parts = new LinkedMultiValueMap<String, Object>();
        parts.add("file", new ByteArrayResource(file) {
            @Override
            public String getFilename() {
                return "ticket";
            }
        });
        http.put()
                .uri(ADDRESS, ticketId)
                .contentType(MediaType.MULTIPART_FORM_DATA)
                .body(parts)
                .retrieve()
                .toBodilessEntity();
    }

    public void remove(String ticketId) {
        http.delete().uri(ADDRESS, ticketId).retrieve().toBodilessEntity();
    }
}
