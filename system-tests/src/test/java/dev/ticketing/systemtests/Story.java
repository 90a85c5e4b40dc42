package dev.ticketing.systemtests;

import dev.ticketing.check.collect.AnswerJournal;
import dev.ticketing.local.Addresses;
import dev.ticketing.local.Suite;
import dev.ticketing.local.SuiteOptions;
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
 * A story told through the front door of the whole suite, which is started once for all of them. Those that need nothing
 * but the front door can also be told to a {@link DeployedSuite}.
 */
public abstract class Story {

    static {
        DeployedSuite.trustItsCertificate();
    }

    /** Short enough to wait for, long enough to buy in. */
    protected static final Duration WINDOW = Duration.ofSeconds(40);

    static final Duration PRE_STOP_DELAY = Duration.ofSeconds(2);

    protected static final Duration PATIENCE = Duration.ofSeconds(30);

    /** For a process to be back, also on a machine that does much else. */
    static final Duration START = Duration.ofMinutes(2);

    protected static Suite suite() {
        return Holder.SUITE;
    }

    protected static URI frontDoor() {
        return DeployedSuite.frontDoor().orElseGet(() -> suite().frontDoor());
    }

    /** The Stripe sandbox, whose books tell what was really charged. */
    protected static Ledger ledger() {
        return new Ledger(URI.create("http://localhost:" + port("STRIPE_SANDBOX_PORT")));
    }

    /** Looks into the books where they are within reach: those of a deployed suite are its own affair. */
    static void inTheBooks(Consumer<Ledger> look) {
        if (DeployedSuite.frontDoor().isEmpty()) {
            look.accept(ledger());
        }
    }

    /** As the user who may do everything. */
    static String natsUrl() {
        return Addresses.of(suite().options().environment()).natsUrl();
    }

    /** What every {@link Person} was answered. */
    static AnswerJournal journal() {
        return Journal.KEPT;
    }

    protected static ConditionFactory eventually() {
        return Awaitility.await().atMost(PATIENCE).pollInterval(Duration.ofMillis(50));
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

        private static Path folder() {
            return DeployedSuite.frontDoor().isPresent()
                    ? Path.of(System.getProperty("java.io.tmpdir"))
                    : suite().options().folder();
        }
    }
}
