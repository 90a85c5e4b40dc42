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
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The command behind {@code ./dev check}: exit code 0 when every invariant holds, else 1. */
public final class Check {

    private static final String USAGE =
            "expected: --answers FILE, --poison STREAM:SEQUENCE,…, --late SECONDS, " + "--patience SECONDS";
    private static final Set<String> OPTIONS = Set.of("--answers", "--poison", "--late", "--patience");
    /** Longer than the reconciler of payments waits. */
    private static final String PATIENCE_SECONDS = "180";

    private Check() {}

    public static void main(String[] arguments) {
        var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        try {
            var verdict = verdict(options(List.of(arguments)));
            out.println(verdict.report());
            System.exit(verdict.holds() ? 0 : 1);
        } catch (CannotStart | IllegalArgumentException reason) {
            out.println("✗ " + reason.getMessage());
        } catch (RuntimeException reason) {
            out.println("✗ the suite cannot be read (is ./dev up running?): " + reason.getMessage());
        }
        System.exit(1);
    }

    private static Verdict verdict(Map<String, String> options) {
        try (var suite = new LiveSuite(Addresses.of(System.getenv()))) {
            var patience = seconds(options.getOrDefault("--patience", PATIENCE_SECONDS));
            return Verdict.on(suite.read(patience, answers(options), expectations(options)));
        }
    }

    private static List<Answered> answers(Map<String, String> options) {
        var file = options.get("--answers");
        return file == null ? List.of() : new AnswerJournal(Path.of(file)).read();
    }

    private static Expectations expectations(Map<String, String> options) {
        var poison = Arrays.stream(options.getOrDefault("--poison", "").split(","))
                .filter(position -> !position.isBlank())
                .collect(Collectors.toSet());
        return new Expectations(poison, options.containsKey("--late") ? seconds(options.get("--late")) : null);
    }

    private static Map<String, String> options(List<String> arguments) {
        var options = new HashMap<String, String>();
        for (var i = 0; i < arguments.size(); i += 2) {
            if (!OPTIONS.contains(arguments.get(i)) || i + 1 == arguments.size()) {
                throw new IllegalArgumentException("%s (%s)".formatted(arguments, USAGE));
            }
            options.put(arguments.get(i), arguments.get(i + 1));
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
