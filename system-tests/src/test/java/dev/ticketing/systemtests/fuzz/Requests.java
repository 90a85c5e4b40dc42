package dev.ticketing.systemtests.fuzz;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/** Generates the requests of a seed: each starts as a valid request, and then some of it is corrupted. */
final class Requests {

    private static final List<String> ROUTES = List.of(
            "POST /api/users/signup",
            "POST /api/users/signin",
            "POST /api/users/signout",
            "GET /api/users/currentuser",
            "GET /api/events",
            "GET /api/events/{id}",
            "POST /api/events",
            "GET /api/tickets",
            "GET /api/tickets/{id}",
            "GET /api/tickets/mine",
            "GET /api/tickets/mine/totals",
            "POST /api/tickets",
            "PUT /api/tickets/{id}",
            "DELETE /api/tickets/{id}",
            "GET /api/tickets/{id}/content",
            "PUT /api/tickets/{id}/content",
            "DELETE /api/tickets/{id}/content",
            "GET /api/tickets/{id}/ticket.pdf",
            "GET /api/orders/{id}/ticket.ics",
            "POST /api/orders",
            "GET /api/orders",
            "GET /api/orders/{id}",
            "DELETE /api/orders/{id}",
            "POST /api/payments",
            "GET /api/payments",
            "GET /api/payments/{id}",
            "GET /api/payments/config",
            "POST /api/payments/webhook",
            "GET /api/unknown",
            "GET /.well-known/jwks.json",
            "GET /",
            "GET /events",
            "GET /events/{id}",
            "GET /developers",
            "GET /api/openapi.json",
            "GET /tickets/{id}",
            "GET /tickets/{id}/edit",
            "POST /tickets/{id}/edit",
            "GET /tickets/new",
            "POST /tickets/new",
            "GET /tickets/new/event",
            "POST /tickets/new/event",
            "GET /tickets/{id}/content",
            "POST /tickets/{id}/content",
            "GET /orders/{id}/ticket",
            "GET /sitemap.xml",
            "GET /robots.txt",
            "GET /orders",
            "POST /orders",
            "GET /orders/{id}",
            "POST /orders/{id}/cancel",
            "GET /orders/{id}/receipt",
            "GET /tickets/{id}/another",
            "GET /help",
            "GET /orders/{id}/pay",
            "POST /orders/{id}/pay",
            "GET /selling",
            "GET /account",
            "GET /auth/signup",
            "GET /auth/signin",
            "POST /auth/signin",
            "POST /auth/signup",
            "POST /auth/signout",
            "POST /language",
            "POST /cookies/clear",
            "GET /favicon.svg",
            "GET /css/site.css",
            "GET /live",
            "GET /nowhere");

    private static final List<String> PARAMETERS = List.of(
            "q",
            "minPrice",
            "maxPrice",
            "sort",
            "cursor",
            "limit",
            "status",
            "currency",
            "total",
            "title",
            "price",
            "email",
            "password",
            "next",
            "language",
            "ticketId",
            "orderId",
            "token",
            "version",
            "number",
            "expiry",
            "cvc",
            "tickets",
            "order",
            "since",
            "again",
            "name",
            "venue",
            "city",
            "country",
            "startsAt",
            "timeZone",
            "eventId",
            "event",
            "seat",
            "faceValue",
            "restrictions",
            "notes",
            "from",
            "to",
            "withdraw",
            "expectedPrice",
            "barcode",
            "format",
            "text",
            "file",
            "as",
            "remove",
            "section",
            "admission",
            "payment_intent",
            "q[0]",
            "q.x",
            "email[0]",
            "class.x",
            "_q");

    private static final List<String> HEADERS = List.of(
            "Accept",
            "Accept-Encoding",
            "Accept-Language",
            "Authorization",
            "Content-Encoding",
            "Content-Language",
            "Content-Type",
            "Cookie",
            "Date",
            "Expect",
            "Forwarded",
            "HX-Request",
            "HX-Target",
            "Idempotency-Key",
            "If-Match",
            "If-Modified-Since",
            "If-None-Match",
            "If-Range",
            "If-Unmodified-Since",
            "Last-Event-ID",
            "Origin",
            "Pragma",
            "Range",
            "Referer",
            "Sec-Fetch-Site",
            "Stripe-Signature",
            "TE",
            "Trailer",
            "Upgrade",
            "User-Agent",
            "Via",
            "X-Forwarded-For",
            "X-Forwarded-Host",
            "X-Forwarded-Port",
            "X-Forwarded-Prefix",
            "X-Forwarded-Proto",
            "X-Forwarded-Ssl",
            "X-HTTP-Method-Override",
            "X-Original-URL",
            "X-Real-IP",
            "baggage",
            "traceparent",
            "tracestate",
            "b3",
            "X-B3-TraceId",
            "q",
            "title");

    private static final List<String> METHODS = List.of(
            "GET",
            "HEAD",
            "POST",
            "PUT",
            "DELETE",
            "PATCH",
            "OPTIONS",
            "TRACE",
            "CONNECT",
            "PROPFIND",
            "get",
            "FOO",
            "G-T");

    private static final List<String> TYPES = List.of(
            "application/json",
            "application/x-www-form-urlencoded",
            "multipart/form-data; boundary=x",
            "multipart/mixed",
            "text/plain",
            "application/xml",
            "application/json; charset=utf-16",
            "application/*",
            "x",
            "");

    private final long seed;
    private final String host;
    private final String cookie;
    private final List<String> ids;

    /** @param ids of existing things */
    Requests(long seed, String host, String cookie, List<String> ids) {
        this.seed = seed;
        this.host = host;
        this.cookie = cookie;
        this.ids = ids;
    }

    /** The same for the same seed, whatever was generated before. */
    Request make(int number) {
        return new Draft(new SplittableRandom(seed * 1_000_003 + number)).request();
    }

    private static <T> T one(RandomGenerator random, List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    private final class Draft {

        private final RandomGenerator random;
        private String method;
        private String target;
        private String version = "HTTP/1.1";
        private String body = "";
        private final String session;
        private boolean isBroken;
        private final List<String> headers = new ArrayList<>();

        Draft(RandomGenerator random) {
            this.random = random;
            var route = one(random, ROUTES).split(" ");
            method = route[0];
            target = route[1].replace("{id}", one(random, ids));
            headers.add("Host: " + host);
            headers.add("Connection: close");
            // the session must last for all of them
            session = target.contains("signout") ? "session=a.b.c" : cookie;
            if (random.nextInt(4) > 0) {
                headers.add("Cookie: " + session);
            }
        }

        Request request() {
            if (random.nextInt(2) == 0) {
                query();
            }
            if (!method.equals("GET")) {
                content();
            }
            for (var more = random.nextInt(4); more > 0; more--) {
                spoil();
            }
            frame();
            var head = method + " " + target + " " + version + "\r\n" + String.join("\r\n", headers) + "\r\n";
            return new Request(method, target, head, body, isBroken);
        }

        private void query() {
            var parameters = new ArrayList<String>();
            for (var more = random.nextInt(1, 5); more > 0; more--) {
                parameters.add(one(random, PARAMETERS) + "=" + inQuery(Nasty.word(random)));
            }
            target += "?" + String.join("&", parameters);
        }

        /** Encoded, or only as far as a request line requires. */
        private String inQuery(String word) {
            return random.nextInt(3) == 0
                    ? word.replaceAll("[^\\x21-\\x7e]", "%FF")
                    : URLEncoder.encode(word, StandardCharsets.UTF_8);
        }

        private void content() {
            var isJson = target.startsWith("/api") == (random.nextInt(8) > 0);
            body = isJson ? json() : form();
            headers.add("Content-Type: " + (isJson ? TYPES.getFirst() : TYPES.get(1)));
        }

        private String json() {
            var members = new ArrayList<String>();
            for (var more = random.nextInt(6); more > 0; more--) {
                members.add("\"" + one(random, PARAMETERS) + "\":" + value(3));
            }
            var json = "{" + String.join(",", members) + "}";
            return switch (random.nextInt(12)) {
                case 0 -> json.substring(0, random.nextInt(json.length()));
                case 1 -> "[".repeat(random.nextInt(3_000)) + json;
                case 2 -> "\u00ef\u00bb\u00bf" + json;
                case 3 -> Nasty.noise(random, random.nextInt(60));
                case 4 -> value(2);
                case 5 -> "{\"title\":\"" + "x".repeat(random.nextInt(70_000)) + "\",\"price\":1}";
                default -> json;
            };
        }

        private String value(int depth) {
            return switch (random.nextInt(depth > 0 ? 9 : 7)) {
                case 0 -> "null";
                case 1 -> "" + random.nextLong();
                case 2 -> "" + random.nextInt(100) + "." + random.nextInt(1000);
                case 3 -> "1e" + random.nextInt(100_000);
                case 4 -> "true";
                case 5 -> "\"" + one(random, ids) + "\"";
                case 7 -> "[" + value(depth - 1) + "," + value(depth - 1) + "]";
                case 8 -> "{\"" + one(random, PARAMETERS) + "\":" + value(depth - 1) + "}";
                default -> "\"" + utf8(Nasty.word(random)).replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
            };
        }

        private String form() {
            var fields = new ArrayList<String>();
            for (var more = random.nextInt(7); more > 0; more--) {
                fields.add(one(random, PARAMETERS) + "=" + inQuery(Nasty.word(random)));
            }
            return String.join("&", fields);
        }

        private static String utf8(String text) {
            return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
        }

        private void spoil() {
            switch (random.nextInt(9)) {
                case 0 -> method = one(random, METHODS);
                case 1 -> path();
                case 2 -> headers.add("Content-Type: " + one(random, TYPES));
                case 3 ->
                    headers.add(
                            "Cookie: " + one(random, List.of("session=x", "null", session, "a=\"; b", "$Version=1; a"))
                                    + "; " + header());
                case 4 -> headers.add(headers.get(random.nextInt(headers.size())));
                case 5 -> query();
                default -> headers.add(one(random, HEADERS) + ": " + header());
            }
        }

        /** A line break in it makes another header, mostly an invalid one. */
        private String header() {
            var word = Nasty.word(random);
            isBroken |= word.indexOf('\n') >= 0 || word.indexOf('\r') >= 0 || word.indexOf(0) >= 0;
            return utf8(word);
        }

        private void path() {
            var at = random.nextInt(1, target.length() + 1);
            var word = one(
                    random,
                    List.of(
                            ";a=b",
                            "%20",
                            "%00",
                            "%2e%2e",
                            "/../",
                            "//",
                            "/",
                            "/.",
                            ".json",
                            "%2f",
                            "%zz",
                            "%",
                            "\\",
                            "[",
                            "|",
                            "\u00ff",
                            "%c3%a9",
                            "~",
                            "*",
                            ":",
                            "@",
                            "x".repeat(3_000)));
            target = target.substring(0, at) + word + target.substring(at);
        }

        private void frame() {
            switch (random.nextInt(60)) {
                case 0 ->
                    version = one(random, List.of("HTTP/1.0", "HTTP/1.2", "HTTP/2.0", "HTTP/9.9", "HTTP/1", "FTP/1.1"));
                case 1 ->
                    broken("Content-Length: " + one(random, List.of("x", "-1", "99999999999", "1, 2", " ", "+1")));
                case 2 ->
                    broken("Transfer-Encoding: "
                            + one(random, List.of("cake", "chunked, cake", "identity", "gzip", " chunked")));
                case 3 -> broken("Content-Length: " + (body.length() + 10));
                case 4 -> broken("Transfer-Encoding: chunked\r\nContent-Length: 1");
                case 5 -> broken("Host: " + Nasty.word(random).replaceAll("[\\r\\n]", ""));
                case 6 -> broken(" folded: x");
                case 7 -> broken("No colon");
                case 8 -> broken("Sp ace : x");
                case 9 -> target = "http://" + host + target;
                case 10 -> chunked();
                default -> length();
            }
        }

        private void broken(String header) {
            isBroken = true;
            headers.add(header);
        }

        private void chunked() {
            headers.add("Transfer-Encoding: chunked");
            body = Integer.toHexString(body.length()) + "\r\n" + body + "\r\n0\r\n\r\n";
            if (random.nextBoolean()) {
                isBroken = true;
                body = body.replace("\r\n", one(random, List.of("\n", ";a=b\r\n", "", "\r\n\r\n")));
            }
        }

        private void length() {
            if (!body.isEmpty() || !method.equals("GET")) {
                headers.add("Content-Length: " + body.length());
            }
        }
    }
}
