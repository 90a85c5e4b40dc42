package dev.ticketing.client.testing;

import java.util.Map;

/** A visitor without a session, and the services behind the pages. */
public record Site(Browser visitor, StubServices services) {

    public static final String TICKET_ID = "5f0000000000000000000001";
    public static final String ORDER_ID = "5f0000000000000000000002";
    public static final String TICKET_PAGE = "/tickets/" + TICKET_ID;
    public static final String ORDER_PAGE = "/orders/" + ORDER_ID;
    public static final String SELLER_ID = "5f0000000000000000000003";

    /** The responses of an ordinary day; a test then overrides some. */
    public Site usual() {
        services.reset();
        services.on("GET /api/tickets", 200, "[" + ticket("available") + "]")
                .on("GET /api/tickets/" + TICKET_ID, 200, ticket("available"))
                .on("GET /api/events", 200, "[]")
                .on("GET /api/orders", 200, "[]")
                .on("GET /api/payments", 200, "[]")
                .on("GET /api/payments/config", 200, "{\"mode\":\"sandbox\"}")
                .on("POST /v1/payment_methods", 200, "{\"id\":\"pm_1\"}");
        return this;
    }

    public static String ticket(String status) {
        return ticket("Concert", status);
    }

    public static String ticket(String title, String status) {
        return """
                {"id":"%s","title":"%s","price":20.00,"currency":"usd","userId":"%s","status":"%s","version":0,
                 "createdAt":"2026-01-01T10:00:00Z","added":"later"}""".formatted(TICKET_ID, title, SELLER_ID, status);
    }

    /** An order with 872 seconds left. */
    public static String order(String status, String cancelReason) {
        return order(status, cancelReason, "2026-01-01T12:00:28Z");
    }

    public static String order(String status, String cancelReason, String serverTime) {
        return """
                {"id":"%s","userId":"5f0000000000000000000009","status":"%s","expiresAt":"2026-01-01T12:15:00Z",%s
                 "ticket":{"id":"%s","title":"Concert","price":20.00,"currency":"usd","version":1},
                 "version":0,"createdAt":"2026-01-01T12:00:00Z","serverTime":"%s"}""".formatted(
                        ORDER_ID,
                        status,
                        cancelReason == null ? "" : "\"cancelReason\":\"" + cancelReason + "\",",
                        TICKET_ID,
                        serverTime);
    }

    public static Map<String, String> card(String number) {
        return Map.of("number", number, "expiry", "12/34", "cvc", "123");
    }
}
