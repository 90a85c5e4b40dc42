package dev.ticketing.suite;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * An application of the suite, as declared by a line of the file {@code services}. This is the only list: the launcher,
 * the operator's tools, the checker, the simulator, {@code ./dev} and the tests of the manifests read it.
 *
 * @param module its folder in the repository
 * @param usualPort its port unless its variable names another
 * @param listensTo nouns of the events that it has handlers for
 */
public record Service(
        String module, int usualPort, Optional<String> database, List<String> listensTo, Set<Need> needs) {

    /** What a service may need besides a database. */
    public enum Need {
        /** The front door routes to it. */
        ROUTES,
        JWT_KEY,
        /** It seals contents. */
        CONTENT_KEYS,
        STRIPE,
        REDIS
    }

    /** The stand-in for Stripe: it runs only if the suite has no real account, and never twice. */
    public static final String STRIPE_SANDBOX = "stripe-sandbox";

    private static final String NONE = "-";
    private static final int COLUMNS = 5;
    private static final List<Service> ALL = parse(resource());

    public static List<Service> all() {
        return ALL;
    }

    /** Without the sandbox: the services of every environment. */
    public static List<Service> deployed() {
        return ALL.stream().filter(service -> !service.isSandbox()).toList();
    }

    /** Those that the front door leads to. */
    public static List<Service> routed() {
        return ALL.stream().filter(service -> service.needs(Need.ROUTES)).toList();
    }

    /** @throws IllegalArgumentException if no service has this name */
    public static Service named(String name) {
        return ALL.stream()
                .filter(service -> service.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("%s is not a service (expected: one of %s)"
                        .formatted(name, ALL.stream().map(Service::name).toList())));
    }

    /** @param list the content of the file {@code services} */
    public static List<Service> parse(String list) {
        return list.lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(line -> of(line.strip().split("\\s+")))
                .toList();
    }

    private static Service of(String[] columns) {
        if (columns.length != COLUMNS) {
            throw new IllegalArgumentException("%s has %d columns (expected: module, port, database, listens to, needs)"
                    .formatted(String.join(" ", columns), columns.length));
        }
        var needs = EnumSet.noneOf(Need.class);
        words(columns[4])
                .map(word -> Need.valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_')))
                .forEach(needs::add);
        return new Service(
                columns[0],
                Integer.parseInt(columns[1]),
                words(columns[2]).findFirst(),
                words(columns[3]).toList(),
                needs);
    }

    private static Stream<String> words(String column) {
        return Stream.of(column.split(",")).filter(word -> !word.equals(NONE));
    }

    private static String resource() {
        try (var file = Service.class.getResourceAsStream("/services")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The name of its process, its image and its user at the broker. */
    public String name() {
        return module.substring(module.lastIndexOf('/') + 1);
    }

    /** The name without its kind, such as {@code orders}: the last part of its Java package. */
    public String shortName() {
        return name().replace("-service", "");
    }

    /** The name in variables of the environment, such as {@code ORDERS}. */
    public String variable() {
        return shortName().toUpperCase(Locale.ROOT).replace('-', '_');
    }

    public Port port() {
        return new Port(name(), variable() + "_PORT", usualPort);
    }

    public boolean needs(Need need) {
        return needs.contains(need);
    }

    public boolean isSandbox() {
        return name().equals(STRIPE_SANDBOX);
    }
}
