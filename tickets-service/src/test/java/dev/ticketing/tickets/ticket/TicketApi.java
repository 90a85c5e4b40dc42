package dev.ticketing.tickets.ticket;

import dev.ticketing.testing.SignedIn;
import java.util.List;
import java.util.Map;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.test.web.servlet.client.RestTestClient.RequestBodySpec;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;

/** The routes, as a client calls them. */
public record TicketApi(RestTestClient http) {

    public ResponseSpec post(SignedIn user, String body) {
        return send(http.post().uri("/api/tickets"), user, body);
    }

    public ResponseSpec put(SignedIn user, String id, String body) {
        return send(http.put().uri("/api/tickets/{id}", id), user, body);
    }

    public ResponseSpec put(SignedIn user, String id, String ifMatch, String body) {
        return send(http.put().uri("/api/tickets/{id}", id).header("If-Match", ifMatch), user, body);
    }

    public ResponseSpec delete(SignedIn user, String id) {
        var request = http.delete().uri("/api/tickets/{id}", id);
        return (user == null ? request : request.header("Cookie", user.cookie())).exchange();
    }

    public ResponseSpec get(String uri, Object... variables) {
        return http.get().uri(uri, variables).exchange();
    }

    private static ResponseSpec send(RequestBodySpec request, SignedIn user, String body) {
        if (user != null) {
            request.header("Cookie", user.cookie());
        }
        return request.contentType(MediaType.APPLICATION_JSON).body(body).exchange();
    }

    /** Lists a ticket and returns its id. */
    public String listed(SignedIn seller, String title, String price) {
        return listed(seller, title, price, "usd");
    }

    public String listed(SignedIn seller, String title, String price, String currency) {
        var body = "{\"title\":\"%s\",\"price\":%s,\"currency\":\"%s\"}".formatted(title, price, currency);
        return (String) object(post(seller, body).expectStatus().isCreated()).get("id");
    }

    @SuppressWarnings("unchecked")
    public static Map<String, Object> object(ResponseSpec answer) {
        return answer.expectBody(Map.class).returnResult().getResponseBody();
    }

    @SuppressWarnings("unchecked")
    public static List<Map<String, Object>> array(ResponseSpec answer) {
        return answer.expectBody(List.class).returnResult().getResponseBody();
    }

    public Map<String, Object> ticket(String id) {
        return object(get("/api/tickets/{id}", id).expectStatus().isOk());
    }
}
