package dev.ticketing.check;

import dev.ticketing.check.collect.AnswerJournal;
import dev.ticketing.check.collect.LiveSuite;
import dev.ticketing.check.evidence.Answered;
import dev.ticketing.check.evidence.Expectations;
import dev.ticketing.local.Addresses;
import dev.ticketing.local.process.CannotStart;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The command behind {@code ./dev check}: exit code 0 when every invariant holds, else 1. */
public final class Check {

    private static final String USAGE =
            "expected: --answers FILE, --poison STREAM:SEQUENCE,…, --late SECONDS, --patience SECONDS, --replay";
    private static final String REPLAY = "--replay";
    private static final Set<String> OPTIONS = Set.of("--answers", "--poison", "--late", "--patience");
    /** Longer than the reconciler of payments waits. */
    private static final String PATIENCE_SECONDS = "180";

    private Check() {}

    public static void main(String[] arguments) {
        var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        try {
            var verdict = verdict(options(List.of(arguments)), Addresses.of(System.getenv()));
            out.println(verdict.report());
            System.exit(verdict.holds() ? 0 : 1);
        } catch (CannotStart | IllegalArgumentException reason) {
            out.println("✗ " + reason.getMessage());
        } catch (RuntimeException reason) {
            out.println("✗ the suite cannot be read (is ./dev up running?): " + reason.getMessage());
        }
        System.exit(1);
    }

    private static Verdict verdict(Map<String, String> options, Addresses addresses) {
        try (var suite = new LiveSuite(addresses)) {
            var patience = seconds(options.getOrDefault("--patience", PATIENCE_SECONDS));
            if (options.containsKey(REPLAY)) {
                suite.replay(patience);
            }
            return Verdict.on(suite.read(patience, answers(options, addresses), expectations(options)));
        }
    }

    /** Those of the front door, and those that a client has kept. */
    private static List<Answered> answers(Map<String, String> options, Addresses addresses) {
        var answers = new ArrayList<>(new AnswerJournal(addresses.answers()).read());
        if (options.containsKey("--answers")) {
            answers.addAll(new AnswerJournal(Path.of(options.get("--answers"))).read());
        }
        return answers;
    }

    private static Expectations expectations(Map<String, String> options) {
        var poison = Arrays.stream(options.getOrDefault("--poison", "").split(","))
                .filter(position -> !position.isBlank())
                .collect(Collectors.toSet());
        return new Expectations(
                poison,
                options.containsKey("--late") ? seconds(options.get("--late")) : Expectations.PROMISED_LATENESS);
    }

    private static Map<String, String> options(List<String> arguments) {
        var options = new HashMap<String, String>();
        var rest = new ArrayDeque<>(arguments);
        while (!rest.isEmpty()) {
            var option = rest.poll();
            if (option.equals(REPLAY)) {
                options.put(option, "");
            } else if (OPTIONS.contains(option) && !rest.isEmpty()) {
                options.put(option, rest.poll());
            } else {
                throw new IllegalArgumentException("%s (%s)".formatted(arguments, USAGE));
            }
        }
        return options;
    }

    private static Duration seconds(String text) {
        if (!text.matches("\\d{1,6}")) {
            throw new IllegalArgumentException("%s is no number of seconds (%s)".formatted(text, USAGE));
        }
        return Duration.ofSeconds(Long.parseLong(text));
    }
}
