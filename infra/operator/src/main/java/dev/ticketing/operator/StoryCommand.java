package dev.ticketing.operator;

import static java.util.Comparator.comparing;

import dev.ticketing.messaging.BrokerAdmin;
import dev.ticketing.messaging.DeadLetterOffice;
import dev.ticketing.messaging.DeadLetterOffice.DeadLetter;
import java.io.PrintStream;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** {@code story ORDER_ID}: everything that happened to an order, and how things stand with it. */
final class StoryCommand {

    /** Which service has which document, by noun. */
    private static final Map<String, String> OWNERS =
            Map.of("order", "orders", "ticket", "tickets", "payment", "payments");

    /** Who hears whose events and keeps note of it; expiration-service keeps none. */
    private static final Map<String, List<String>> LISTENERS =
            Map.of("order", List.of("tickets", "payments"), "ticket", List.of("orders"), "payment", List.of("orders"));

    private final BrokerAdmin broker;
    private final Addresses addresses;
    private final PrintStream out;
    private final List<String> unreachable = new ArrayList<>();

    StoryCommand(BrokerAdmin broker, Addresses addresses, PrintStream out) {
        this.broker = broker;
        this.addresses = addresses;
        this.out = out;
    }

    void run(String orderId) {
        var log = EventLog.of(broker, orderId);
        var moments = new ArrayList<>(log.moments());
        moments.addAll(deadLetters(orderId));
        moments.addAll(stripe(orderId, log.ids("payment")));
        var table = new Table("TIME", "WHERE", "WHAT", "VERSION", "SAYS");
        moments.stream()
                .sorted(comparing(Moment::at))
                .forEach(moment -> table.add(
                        moment.at().truncatedTo(ChronoUnit.MILLIS),
                        moment.where(),
                        moment.what(),
                        moment.version(),
                        moment.says()));
        table.print(out);
        now(log);
        unreachable.forEach(what -> out.println("not looked at: " + what));
    }

    private List<Moment> deadLetters(String orderId) {
        return new DeadLetterOffice(broker)
                .list().stream()
                        .filter(letter -> letter.body().contains(orderId))
                        .map(StoryCommand::moment)
                        .toList();
    }

    private static Moment moment(DeadLetter letter) {
        return new Moment(
                letter.diedAt(),
                "DEAD_LETTERS #" + letter.sequence(),
                letter.event(),
                "",
                "given up by %s: %s (%s)"
                        .formatted(letter.consumer(), letter.reason(), DeadLetterCommand.name(letter.state())));
    }

    private List<Moment> stripe(String orderId, List<String> paymentIds) {
        try {
            return new Sandbox(addresses.sandbox()).moments(orderId, paymentIds);
        } catch (IllegalStateException e) {
            unreachable.add(e.getMessage());
            return List.of();
        }
    }

    private void now(EventLog log) {
        var documents = new Table("DOCUMENT", "NOW");
        var handled = new Table("SERVICE", "HAS HANDLED", "UP TO VERSION");
        for (var key : keys(log)) {
            var noun = key.substring(0, key.indexOf(':'));
            var id = key.substring(key.indexOf(':') + 1);
            look(OWNERS.get(noun), in -> documents.add(key, in.describe(noun + "s", id)));
            for (var listener : LISTENERS.get(noun)) {
                look(listener, in -> handled.add(listener, key, in.handledVersion(key)));
            }
        }
        out.println();
        handled.print(out);
        out.println();
        documents.print(out);
    }

    private static List<String> keys(EventLog log) {
        var keys = new ArrayList<>(log.keys());
        var ticket = "ticket:" + log.ticketId();
        if (!keys.contains(ticket)) {
            keys.add(ticket);
        }
        return keys.stream()
                .filter(key -> OWNERS.containsKey(key.substring(0, key.indexOf(':'))))
                .toList();
    }

    private interface Look {
        void at(Documents documents);
    }

    private void look(String database, Look look) {
        if (unreachable.contains(Documents.unanswered(database))) {
            return;
        }
        try (var documents = new Documents(database, addresses.mongodbUri(database))) {
            look.at(documents);
        } catch (IllegalStateException e) {
            unreachable.add(e.getMessage());
        }
    }
}
