package dev.ticketing.operator;

import dev.ticketing.brokeradmin.BrokerAdmin;
import dev.ticketing.brokeradmin.DeadLetterOffice;
import dev.ticketing.suite.Addresses;
import java.util.List;

/** The commands behind {@code ./dev dlq} and {@code ./dev story}. */
public final class Operator {

    private static final String USAGE = "dlq list|show SEQ|replay SEQ|replay --all, or story ORDER_ID";

    private Operator() {}

    public static void main(String[] args) {
        try {
            run(List.of(args), new Addresses(System.getenv()));
        } catch (IllegalArgumentException | IllegalStateException reason) {
            System.err.println("✗ " + reason.getMessage());
            System.exit(1);
        }
        // threads of libraries must not delay the exit
        System.exit(0);
    }

    private static void run(List<String> arguments, Addresses addresses) {
        var rest = arguments.isEmpty() ? arguments : arguments.subList(1, arguments.size());
        switch (arguments.isEmpty() ? "" : arguments.getFirst()) {
            case "dlq" -> {
                try (var broker = connect(addresses)) {
                    new DeadLetterCommand(new DeadLetterOffice(broker), System.out).run(rest);
                }
            }
            case "story" -> {
                if (rest.size() != 1) {
                    throw new IllegalArgumentException("story %s (expected: story ORDER_ID)".formatted(rest));
                }
                try (var broker = connect(addresses)) {
                    new StoryCommand(broker, addresses, System.out).run(rest.getFirst());
                }
            }
            default ->
                throw new IllegalArgumentException("unknown command %s (expected: %s)".formatted(arguments, USAGE));
        }
    }

    private static BrokerAdmin connect(Addresses addresses) {
        return BrokerAdmin.connect(addresses.natsUrl(), addresses.natsUser(), addresses.natsPassword());
    }
}
