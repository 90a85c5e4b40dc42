package dev.ticketing.k8s;

import static java.util.stream.Collectors.joining;

import dev.ticketing.events.Published;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The users of the broker as {@code users.conf} has to have them: each may do what its service does, and nothing else. */
final class BrokerUsers {

    private static final String REVOKED_SESSIONS = "KV_revoked-sessions";

    private BrokerUsers() {}

    static String conf(List<BrokerUse> services) {
        return """
                # Generated from what the services declare, and checked by BrokerUsersTest: what each may do with the broker, which is what
                # it does. Nobody may change or delete a stream, or listen to anything but what it has asked for (docs/adr).
                authorization {
                  users = [
                    { user: operator, password: $OPERATOR } # all: dead letters, stories, changes of streams
                %s  ]
                }
                """.formatted(services.stream().map(use -> user(use, services)).collect(joining()));
    }

    private static String user(BrokerUse use, List<BrokerUse> services) {
        return """
                    {
                      user: %s, password: $%s
                      permissions {
                        publish %s
                        subscribe: ["_INBOX.%s.>"]
                      }
                    }
                """.formatted(
                        use.service(),
                        variable(use.service()),
                        rights(mayPublish(use), mayNotPublish(use, services)),
                        use.service());
    }

    private static String rights(List<String> allowed, List<String> denied) {
        var allow = "allow: [\n%s        ]".formatted(lines(allowed));
        return denied.isEmpty()
                ? "{ " + allow + " }"
                : "{ %s\n        deny: [\n%s        ] }".formatted(allow, lines(denied));
    }

    private static String lines(List<String> subjects) {
        return subjects.stream()
                .map(subject -> "          \"" + subject + "\"\n")
                .collect(joining());
    }

    /** The environment variable of the broker with this user's password. */
    static String variable(String service) {
        return service.toUpperCase(Locale.ROOT).replace('-', '_');
    }

    static List<String> mayPublish(BrokerUse use) {
        var subjects = new ArrayList<String>();
        use.publishes().ifPresent(own -> {
            subjects.add(own.noun() + ".>");
            subjects.add("$JS.API.STREAM.CREATE." + own.stream());
        });
        subjects.add("$JS.API.STREAM.CREATE.DEAD_LETTERS");
        use.hears().forEach(heard -> subjects.addAll(listener(use, heard)));
        use.follows().forEach(followed -> subjects.addAll(feed(followed.stream())));
        if (use.hasSessions()) {
            subjects.addAll(List.of(
                    "$JS.API.STREAM.INFO." + REVOKED_SESSIONS,
                    "$JS.API.STREAM.CREATE." + REVOKED_SESSIONS,
                    "$JS.API.CONSUMER.CREATE." + REVOKED_SESSIONS,
                    "$JS.API.CONSUMER.INFO." + REVOKED_SESSIONS + ".*",
                    "$JS.FC." + REVOKED_SESSIONS + ".>"));
        }
        if (use.revokesSessions()) {
            subjects.add("$KV.revoked-sessions.>");
        }
        return subjects;
    }

    /** Consumers that the client names as it likes, one for each instance: of any name but those of the durables. */
    private static List<String> feed(String stream) {
        return List.of(
                "$JS.API.STREAM.INFO." + stream,
                "$JS.API.CONSUMER.CREATE." + stream + ".*",
                "$JS.API.CONSUMER.INFO." + stream + ".*",
                "$JS.API.CONSUMER.MSG.NEXT." + stream + ".*");
    }

    private static List<String> mayNotPublish(BrokerUse use, List<BrokerUse> services) {
        return use.follows().stream()
                .flatMap(followed -> services.stream()
                        .filter(other -> other.hears().contains(followed))
                        .map(other -> followed.stream() + "." + durable(other, followed)))
                .flatMap(durable -> Stream.of(
                        "$JS.API.CONSUMER.CREATE." + durable,
                        "$JS.API.CONSUMER.INFO." + durable,
                        "$JS.API.CONSUMER.MSG.NEXT." + durable))
                .toList();
    }

    private static String durable(BrokerUse use, Published heard) {
        return use.service() + "-" + heard.stream().toLowerCase(Locale.ROOT);
    }

    private static List<String> listener(BrokerUse use, Published heard) {
        var stream = heard.stream();
        var durable = durable(use, heard);
        var subjects = new ArrayList<>(List.of(
                "$JS.API.STREAM.INFO." + stream,
                "$JS.API.CONSUMER.CREATE.%s.%s.%s.>".formatted(stream, durable, heard.noun()),
                "$JS.API.CONSUMER.INFO.%s.%s".formatted(stream, durable),
                "$JS.API.CONSUMER.MSG.NEXT.%s.%s".formatted(stream, durable),
                "$JS.ACK.%s.%s.>".formatted(stream, durable),
                "dead-letter." + durable));
        if (use.replays()) {
            subjects.addAll(List.of(
                    "$JS.API.STREAM.INFO." + stream, "$JS.API.CONSUMER.CREATE." + stream, "$JS.FC." + stream + ".>"));
        }
        return subjects;
    }
}
