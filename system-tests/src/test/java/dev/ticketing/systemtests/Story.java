package dev.ticketing.systemtests;

import dev.ticketing.check.collect.AnswerJournal;
import dev.ticketing.local.Suite;
import dev.ticketing.local.settings.SuiteOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Consumer;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;

/**
 * A story through the front door of the whole suite, which starts once for all of them. Stories that need only the
 * front door can also run against a {@link DeployedSuite}.
 */
public abstract class Story {

    static {
        DeployedSuite.trustItsCertificate();
    }

    /** Short enough to wait for, long enough to buy in. */
    protected static final Duration WINDOW = Duration.ofSeconds(40);

    static final Duration PRE_STOP_DELAY = Duration.ofSeconds(2);

    protected static final Duration PATIENCE = Duration.ofSeconds(30);

    /** Time for a process to be back, even on a busy machine. */
    static final Duration START = Duration.ofMinutes(2);

    protected static Suite suite() {
        return Holder.SUITE;
    }

    protected static URI frontDoor() {
        return DeployedSuite.frontDoor().orElseGet(() -> suite().frontDoor());
    }

    /** The Stripe sandbox, whose ledger has the real charges. */
    protected static Ledger ledger() {
        return new Ledger(URI.create("http://localhost:" + port("STRIPE_SANDBOX_PORT")));
    }

    /** Checks the ledger if it is reachable: that of a deployed suite is not. */
    static void inTheBooks(Consumer<Ledger> look) {
        if (DeployedSuite.frontDoor().isEmpty()) {
            look.accept(ledger());
        }
    }

    /** As the user with all rights. */
    static String natsUrl() {
        return suite().options().addresses().natsUrlWithUser();
    }

    /** The responses to every {@link Person}. */
    static AnswerJournal journal() {
        return Journal.KEPT;
    }

    protected static ConditionFactory eventually() {
        return Awaitility.await().atMost(PATIENCE).pollInterval(Duration.ofMillis(50));
    }

    /** Call this after an outage, so that the next story meets a healthy suite. */
    protected static void awaitSuite(String... back) {
        for (var process : back) {
            suite().process(process).awaitReady(START);
        }
        eventually().atMost(START).until(suite()::isReady);
    }

    private static String port(String variable) {
        return suite().options().environment().get(variable);
    }

    private static final class Holder {

        private static final Suite SUITE = start();

        private static Suite start() {
            try {
                var folder = Path.of("target", "suite");
                Files.createDirectories(folder);
                return Suite.start(
                        BrokerUsers.asInACluster(SuiteOptions.isolated(Files.createTempDirectory(folder, "run")))
                                .with("RESERVATION_WINDOW", WINDOW.toString())
                                .with("PRE_STOP_DELAY", PRE_STOP_DELAY.toString()));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static final class Journal {

        private static final AnswerJournal KEPT = new AnswerJournal(folder().resolve("answers.jsonl"));

        /** For a deployed suite this process has no folder, and the system's belongs to other users too. */
        private static Path folder() {
            try {
                return DeployedSuite.frontDoor().isPresent()
                        ? Files.createTempDirectory("ticketing-story")
                        : suite().options().folder();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
