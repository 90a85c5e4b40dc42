package dev.ticketing.systemtests.fuzz;

import static java.util.stream.Collectors.toSet;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** The errors of a response. */
final class Verdict {

    private static final Pattern INSIDE = Pattern.compile(
            "\\b(java|jakarta|tools\\.jackson|org\\.(springframework|apache|eclipse|thymeleaf|bson)|com\\.(mongodb|stripe)|io\\.nats"
                    + "|dev\\.ticketing)\\.[a-z]|[a-z]Exception\\b|\\n\\s+at |Tomcat|Jetty|Whitelabel|Mongo(?!l)|nginx/|<center>"
                    + "|127\\.0\\.0\\.1:\\d|-service");

    private static final Set<String> HOST_NAMES = hostNames();

    /** NGINX refuses CONNECT before it reads the body. If that is malformed, its own page takes the place of ours. */
    private static final String PAGE_OF_NGINX = "<html>\r\n<head><title>400 Bad Request</title></head>\r\n<body>\r\n"
            + "<center><h1>400 Bad Request</h1></center>\r\n<hr><center>nginx</center>\r\n</body>\r\n</html>\r\n";

    private static final int BAD_REQUEST = 400;

    private final Set<String> ordinary;

    /** @param ordinary an answer that tells nothing: if the name of this machine is a word of it, it is a word like any other */
    Verdict(String ordinary) {
        this.ordinary = words(ordinary);
    }

    Optional<String> on(Exchange exchange) {
        var status = exchange.status();
        if (status == 0) {
            return exchange.request().isBroken() ? Optional.empty() : Optional.of("no answer");
        }
        if (status >= 500 && !(status == 503 && exchange.head().contains("\r\nretry-after: "))) {
            return Optional.of("status " + status);
        }
        if (isRefusedConnection(exchange)) {
            return Optional.empty();
        }
        if (INSIDE.matcher(exchange.answer()).find() || tellsOfThisMachine(exchange)) {
            return Optional.of("tells of the inside");
        }
        if (!exchange.head().contains("\r\nx-content-type-options: nosniff") && status != 100) {
            return Optional.of("may be sniffed");
        }
        var pageWillDo = exchange.request().leadsOutOfApi() && exchange.head().contains("\r\ncontent-type: text/html");
        return status >= 400 && exchange.request().isOfApi() && !pageWillDo ? onProblem(exchange) : Optional.empty();
    }

    /** Its name is a word of the answer, though it is none of the request or of other answers. */
    private boolean tellsOfThisMachine(Exchange exchange) {
        var told = words(exchange.answer());
        return HOST_NAMES.stream()
                .filter(told::contains)
                .anyMatch(name -> !ordinary.contains(name)
                        && !words(exchange.request().head() + exchange.request().body())
                                .contains(name));
    }

    /** What is between anything but letters, digits, dots and hyphens; of words with dots, their parts, too. */
    private static Set<String> words(String text) {
        var whole = text.toLowerCase(Locale.ROOT).split("[^a-z0-9_.-]+");
        return Stream.of(whole)
                .flatMap(word -> Stream.concat(Stream.of(word), Stream.of(word.split("\\."))))
                .collect(toSet());
    }

    private static boolean isRefusedConnection(Exchange exchange) {
        var request = exchange.request();
        return request.method().equals("CONNECT")
                && request.isBroken()
                && request.head().contains("Transfer-Encoding: ")
                && exchange.status() == BAD_REQUEST
                && exchange.answer().endsWith("\r\n\r\n" + PAGE_OF_NGINX);
    }

    private static Optional<String> onProblem(Exchange exchange) {
        if (exchange.request().method().equals("HEAD")) {
            return Optional.empty();
        }
        if (!exchange.head().contains("\r\ncontent-type: application/problem+json")) {
            return Optional.of("no problem+json");
        }
        try {
            var problem = JsonMapper.shared().readTree(exchange.body());
            var isComplete = problem.path("instance").asString("").startsWith("/")
                    && problem.path("traceId").asString("").matches("[0-9a-f]{32}")
                    && problem.path("status").asInt(0) == exchange.status()
                    && problem.path("errors").size() > 0
                    && !problem.path("code").asString("").isEmpty();
            return isComplete ? Optional.empty() : Optional.of("incomplete problem");
        } catch (JacksonException e) {
            return Optional.of("no JSON");
        }
    }

    /** With its domain, if it has one, and without. */
    private static Set<String> hostNames() {
        try {
            var name = InetAddress.getLocalHost().getHostName().toLowerCase(Locale.ROOT);
            return Set.copyOf(List.of(name, name.split("\\.")[0]));
        } catch (UnknownHostException e) {
            throw new IllegalStateException("this machine has no name to look for", e);
        }
    }
}
