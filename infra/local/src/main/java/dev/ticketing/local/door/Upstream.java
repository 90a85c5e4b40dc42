package dev.ticketing.local.door;

import static java.util.stream.Collectors.joining;

import dev.ticketing.local.settings.SuiteOptions;
import dev.ticketing.suite.Service;
import java.util.List;

/**
 * An application as an upstream of nginx. With several instances nginx checks at every request which of them are out of
 * rotation, because a process without a master cannot reload its configuration.
 */
record Upstream(String name, String placeholder, List<Server> servers) {

    record Server(String instance, int number, int port) {}

    static Upstream of(Service application, SuiteOptions options) {
        var servers = options.instances(application).stream()
                .map(instance -> new Server(instance.name(), instance.number(), options.port(instance)))
                .toList();
        return new Upstream(application.shortName(), "{{" + application.name() + "}}", servers);
    }

    String in(String configuration) {
        var filled = configuration.replace(placeholder, list(servers));
        return isOne()
                ? filled
                : filled.replace("proxy_pass http://%s;".formatted(name), "proxy_pass http://$%s;".formatted(name));
    }

    /** All but one, for each that may be out. */
    String fewer() {
        return isOne() ? "" : servers.stream().map(this::without).collect(joining("\n  "));
    }

    private String without(Server out) {
        var others = servers.stream().filter(server -> server != out).toList();
        return "upstream %s { %s keepalive 64; }".formatted(without(out.number), list(others));
    }

    /** Selects the instance for a request. */
    String rotation() {
        return isOne()
                ? ""
                : "set $%s %s; ".formatted(name, name)
                        + servers.stream()
                                .map(server -> "if (-f out/%s) { set $%s %s; }"
                                        .formatted(server.instance, name, without(server.number)))
                                .collect(joining(" "));
    }

    private String without(int number) {
        return name + "_without_" + number;
    }

    private boolean isOne() {
        return servers.size() == 1;
    }

    private static String list(List<Server> servers) {
        return servers.stream()
                .map(server -> "server 127.0.0.1:%d max_fails=0;".formatted(server.port))
                .collect(joining(" "));
    }
}
