package dev.ticketing.systemtests;

import dev.ticketing.check.collect.AnswerJournal;
import dev.ticketing.local.Suite;
import dev.ticketing.local.SuiteOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;

/** A story told through the front door of the whole suite, which is started once for all of them. */
abstract class Story {

    /** Short enough to wait for, long enough to buy in. */
    static final Duration WINDOW = Duration.ofSeconds(40);

    static final Duration PATIENCE = Duration.ofSeconds(30);

    static Suite suite() {
        return Holder.SUITE;
    }

    static URI frontDoor() {
        return suite().frontDoor();
    }

    /** The Stripe sandbox, whose books tell what was really charged. */
    static Ledger ledger() {
        return new Ledger(URI.create("http://localhost:" + port("STRIPE_SANDBOX_PORT")));
    }

    static String natsUrl() {
        return "nats://localhost:" + port("NATS_PORT");
    }

    /** What every {@link Person} was answered. */
    static AnswerJournal journal() {
        return Holder.JOURNAL;
    }

    static ConditionFactory eventually() {
        return Awaitility.await().atMost(PATIENCE).pollInterval(Duration.ofMillis(50));
    }

    private static String port(String variable) {
        return suite().options().environment().get(variable);
    }

    private static final class Holder {

        private static final Suite SUITE = start();
        private static final AnswerJournal JOURNAL =
                new AnswerJournal(SUITE.options().folder().resolve("answers.jsonl"));

        private static Suite start() {
            try {
                var folder = Path.of("target", "suite");
                Files.createDirectories(folder);
                return Suite.start(SuiteOptions.isolated(Files.createTempDirectory(folder, "run"))
                        .with("RESERVATION_WINDOW", WINDOW.toString()));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
