package dev.ticketing.operator;

import static java.util.Comparator.comparing;

import dev.ticketing.brokeradmin.BrokerAdmin;
import dev.ticketing.brokeradmin.DeadLetterOffice;
import dev.ticketing.brokeradmin.DeadLetterOffice.DeadLetter;
import dev.ticketing.events.Event;
import dev.ticketing.events.Published;
import dev.ticketing.suite.Addresses;
import dev.ticketing.suite.Service;
import java.io.PrintStream;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** {@code story ORDER_ID}: everything that happened to an order, and its current state. */
final class StoryCommand {

    /** The owning database of each noun; expiration-service has none. */
    private static final Map<String, String> OWNERS = owners();

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
        unreachable.forEach(what -> out.println("not reachable: " + what));
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
                "dead-lettered by %s: %s (%s)"
                        .formatted(letter.consumer(), letter.reason(), DeadLetterCommand.name(letter.state())));
    }

    private List<Moment> stripe(String orderId, List<String> paymentIds) {
        try {
            return new Sandbox(addresses.stripe()).moments(orderId, paymentIds);
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
            look(Objects.requireNonNull(OWNERS.get(noun)), in -> documents.add(key, in.describe(noun + "s", id)));
            for (var listener : listeners(noun)) {
                look(listener, in -> handled.add(listener, key, in.handledVersion(key)));
            }
        }
        out.println();
        handled.print(out);
        out.println();
        documents.print(out);
    }

    private static Map<String, String> owners() {
        var owners = new HashMap<String, String>();
        for (var family : Event.class.getPermittedSubclasses()) {
            var published = family.getAnnotation(Published.class);
            Service.named(published.by()).database().ifPresent(database -> owners.put(published.noun(), database));
        }
        return owners;
    }

    /** Databases of the services that record which of these events they have handled. */
    private static List<String> listeners(String noun) {
        return Service.all().stream()
                .filter(service -> service.listensTo().contains(noun))
                .flatMap(service -> service.database().stream())
                .toList();
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
