package dev.ticketing.check;

import com.mongodb.MongoException;
import dev.ticketing.check.collect.AnswerJournal;
import dev.ticketing.check.collect.LiveSuite;
import dev.ticketing.check.evidence.Answered;
import dev.ticketing.check.evidence.Expectations;
import dev.ticketing.check.invariant.Invariant;
import dev.ticketing.local.settings.SuiteOptions;
import dev.ticketing.suite.CannotStart;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
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

/** The command behind {@code ./dev check}: exits with 0 if every invariant holds, else with 1. */
public final class Check {

    private static final String USAGE =
            "expected: --answers FILE, --poison STREAM:SEQUENCE,…, --late SECONDS, --patience SECONDS, --replay";
    private static final String REPLAY = "--replay";
    private static final Set<String> OPTIONS = Set.of("--answers", "--poison", "--late", "--patience");
    /** Longer than the interval of the reconciler of payments. */
    private static final String PATIENCE_SECONDS = "180";

    private Check() {}

    public static void main(String[] arguments) {
        var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        try {
            var verdict = verdict(options(List.of(arguments)), SuiteOptions.usual(System.getenv()));
            out.println(verdict.report());
            System.exit(verdict.holds() ? 0 : 1);
        } catch (CannotStart reason) {
            out.println("✗ " + reason.getMessage());
        } catch (IllegalStateException | UncheckedIOException | MongoException reason) {
            out.println("✗ the suite cannot be read (is ./dev up running?): " + reason.getMessage());
        } catch (RuntimeException own) {
            out.println("✗ " + (own instanceof Invariant.NotJudged ? own.getMessage() : "the checker failed: " + own));
            own.printStackTrace(out);
        }
        System.exit(1);
    }

    private static Verdict verdict(Map<String, String> options, SuiteOptions running) {
        try (var suite = new LiveSuite(running)) {
            var patience = seconds(options.getOrDefault("--patience", PATIENCE_SECONDS));
            if (options.containsKey(REPLAY)) {
                suite.replay(patience);
            }
            return Verdict.on(suite.read(patience, answers(options, running), expectations(options)));
        }
    }

    /** The responses recorded by the front door and by a client. */
    private static List<Answered> answers(Map<String, String> options, SuiteOptions running) {
        var answers = new ArrayList<>(new AnswerJournal(running.answers()).read());
        if (options.containsKey("--answers")) {
            var kept = Path.of(options.get("--answers"));
            if (!Files.isReadable(kept)) {
                throw new CannotStart("--answers %s cannot be read (expected: a file)".formatted(kept));
            }
            answers.addAll(new AnswerJournal(kept).read());
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
                throw new CannotStart("%s (%s)".formatted(arguments, USAGE));
            }
        }
        return options;
    }

    private static Duration seconds(String text) {
        if (!text.matches("\\d{1,6}")) {
            throw new CannotStart("%s is not a number of seconds (%s)".formatted(text, USAGE));
        }
        return Duration.ofSeconds(Long.parseLong(text));
    }
}
