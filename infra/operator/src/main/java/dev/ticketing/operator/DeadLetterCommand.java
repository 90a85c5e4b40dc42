package dev.ticketing.operator;

import dev.ticketing.brokeradmin.DeadLetterOffice;
import dev.ticketing.brokeradmin.DeadLetterOffice.DeadLetter;
import dev.ticketing.brokeradmin.DeadLetterOffice.State;
import java.io.PrintStream;
import java.util.List;
import java.util.Locale;

/** {@code dlq list}, {@code dlq show SEQ}, {@code dlq replay SEQ} and {@code dlq replay --all}. */
final class DeadLetterCommand {

    private final DeadLetterOffice office;
    private final PrintStream out;

    DeadLetterCommand(DeadLetterOffice office, PrintStream out) {
        this.office = office;
        this.out = out;
    }

    void run(List<String> arguments) {
        var what = String.join(" ", arguments);
        if (what.equals("list")) {
            list();
        } else if (what.equals("replay --all")) {
            replayAll();
        } else if (what.matches("show \\d{1,18}")) {
            show(office.get(Long.parseLong(arguments.getLast())));
        } else if (what.matches("replay \\d{1,18}")) {
            replay(office.get(Long.parseLong(arguments.getLast())));
        } else {
            throw new IllegalArgumentException(
                    "dlq %s (expected: dlq list, show SEQ, replay SEQ or replay --all)".formatted(what));
        }
    }

    private void list() {
        var letters = office.list();
        if (letters.isEmpty()) {
            out.println("No dead letters.");
            return;
        }
        var table = new Table("SEQ", "DIED", "STATE", "CONSUMER", "EVENT", "REASON");
        letters.forEach(letter -> table.add(
                letter.sequence(),
                letter.diedAt(),
                name(letter.state()),
                letter.consumer(),
                letter.event(),
                letter.reason()));
        table.print(out);
    }

    private void show(DeadLetter letter) {
        out.printf("dead letter   %d, %s%n", letter.sequence(), name(letter.state()));
        out.printf("died          %s, after %d deliveries%n", letter.diedAt(), letter.deliveries());
        out.printf("reason        %s%n", letter.reason());
        out.printf("consumer      %s%n", letter.consumer());
        out.printf("came from     %s #%d, %s%n", letter.stream(), letter.originalSequence(), letter.subject());
        out.printf("event         %s%n%n%s%n", letter.event(), letter.body());
    }

    private void replay(DeadLetter letter) {
        office.replay(letter);
        out.printf("%d sent again to %s: %s%n", letter.sequence(), letter.consumer(), letter.event());
    }

    private void replayAll() {
        var dead = office.list().stream()
                .filter(letter -> letter.state() == State.DEAD)
                .toList();
        dead.forEach(this::replay);
        out.println(dead.size() + " sent again; dlq list shows their state.");
    }

    static String name(State state) {
        return state.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
