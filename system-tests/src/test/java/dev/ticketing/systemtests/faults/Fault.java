package dev.ticketing.systemtests.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ticketing.check.Verdict;
import dev.ticketing.check.collect.AnswerJournal;
import dev.ticketing.check.collect.LiveSuite;
import dev.ticketing.check.evidence.Expectations;
import dev.ticketing.local.Suite;
import dev.ticketing.local.settings.SuiteOptions;
import dev.ticketing.systemtests.Ledger;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.TestInstance;

/**
 * Faults of one kind. The suite starts once for the whole class. During each fault people buy and sell. At the end
 * every invariant holds, and the result is a row of {@code docs/reliability.md}.
 */
@Tag("fault")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class Fault {

    static final Duration PATIENCE = Duration.ofMinutes(2);

    /** Long enough to buy in, even during an outage; short enough to see orders expire. */
    static final Duration WINDOW = Duration.ofSeconds(15);

    private static final Path FOLDER = Path.of("target", "suite");

    private Suite suite;
    private AnswerJournal journal;
    private String test;

    /** Injects the fault; returns the result, for the table. */
    @FunctionalInterface
    interface Injection {
        String inject(Load load) throws Exception;
    }

    @BeforeAll
    void startSuite() throws IOException {
        Files.createDirectories(FOLDER);
        var folder = Files.createTempDirectory(FOLDER, getClass().getSimpleName());
        suite = Suite.start(prepared(SuiteOptions.isolated(folder)
                .with("RESERVATION_WINDOW", WINDOW.toString())
                .with("UNSETTLED_AFTER", "PT5S")
                .withTraining()));
        journal = new AnswerJournal(folder.resolve("answers.jsonl"));
    }

    /** The particular options of this suite. */
    SuiteOptions prepared(SuiteOptions options) {
        return options;
    }

    @BeforeEach
    void remember(TestInfo info) {
        test = Outcomes.name(info.getTestMethod().orElseThrow());
    }

    /** Effects of the previous fault must not count for this one. */
    @BeforeEach
    void awaitSuite() {
        eventually().until(suite::isReady);
    }

    @AfterAll
    void stopSuite() {
        if (suite != null) {
            suite.close();
        }
    }

    /** With the usual load: some people buy before the fault, and as many afterwards. */
    void survives(String fault, Injection injection) throws Exception {
        survives(fault, Size.of(4, 12), Expectations.NONE, injection);
    }

    void survives(String fault, int shoppers, Expectations expectations, Injection injection) throws Exception {
        Outcomes.progress("%s: %s", test, fault);
        var outcome = new Outcome(test, fault, "", "", "not finished");
        try (var load = Load.start(shoppers, frontDoor(), journal)) {
            load.awaitPurchases(shoppers);
            outcome = outcome.seen(load, injection.inject(load));
            load.awaitPurchases(shoppers);
            load.stop();
            outcome = outcome.seen(load, outcome.seen());
            assertThat(load.misbehaviour()).isEmpty();
            assertThat(check(expectations))
                    .satisfies(verdict ->
                            assertThat(verdict.holds()).as(verdict.report()).isTrue());
            outcome = outcome.verdict("all invariants hold");
        } catch (Exception | AssertionError e) {
            outcome = outcome.verdict("FAILED: "
                    + String.valueOf(e.getMessage()).lines().findFirst().orElse(""));
            throw e;
        } finally {
            Outcomes.record(outcome);
        }
    }

    /** The verdict on everything that has happened to this suite. */
    Verdict check(Expectations expectations) {
        try (var live = new LiveSuite(suite.options())) {
            return Verdict.on(live.read(PATIENCE, journal.read(), expectations));
        }
    }

    Suite suite() {
        return suite;
    }

    URI frontDoor() {
        return suite.frontDoor();
    }

    AnswerJournal journal() {
        return journal;
    }

    /** The port by the variable that contains it, such as {@code NATS_PORT}. */
    int port(String variable) {
        return port(suite.options(), variable);
    }

    static int port(SuiteOptions options, String variable) {
        return Integer.parseInt(options.environment().get(variable));
    }

    void emptyRedis() throws IOException {
        try (var redis = new Socket(InetAddress.getLoopbackAddress(), port("REDIS_PORT"))) {
            redis.getOutputStream().write("FLUSHALL\r\n".getBytes(StandardCharsets.US_ASCII));
            assertThat(redis.getInputStream().readNBytes(3)).asString().isEqualTo("+OK");
        }
    }

    Ledger ledger() {
        return new Ledger(URI.create("http://localhost:" + port("STRIPE_SANDBOX_PORT")));
    }

    static ConditionFactory eventually() {
        return Awaitility.await().atMost(PATIENCE).pollInterval(Duration.ofMillis(50));
    }
}
