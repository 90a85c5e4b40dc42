package dev.ticketing.check.invariant;

import dev.ticketing.check.evidence.Evidence;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The invariants under any load and faults, checked by the evidence alone. */
public enum Invariant {
    ONE_ACTIVE_ORDER(1, "a ticket has at most one active order, at every instant", new OneActiveOrder()),
    PAID_ORDERS(2, "complete orders and captured payments are one to one and agree", new PaidOrders()),
    NOBODY_CHARGED_FOR_NOTHING(3, "a cancelled order costs nothing; one live intent at most", new NoChargeForNothing()),
    LEGAL_HISTORIES(4, "versions without a gap, one event each, legal transitions", new LegalHistories()),
    REPLICAS(5, "replicas equal their owners; a ticket's order is its active one", new FaithfulReplicas()),
    ANSWERS(6, "every response to a client matches the stored data", new KeptAnswers()),
    IDEMPOTENCY(7, "retries with one Idempotency-Key have one effect and one response", new IdempotentRetries()),
    DEADLINES(8, "no unpaid order outlives its deadline, none expires before it", new KeptDeadlines()),
    REPLAY(9, "replaying every stream into every consumer changes nothing", new StaleReplay()),
    DEAD_LETTERS(10, "the dead letters are exactly the poison", new PoisonOnly()),
    DELIVERIES(11, "only the buyer of a complete order opens the content of a ticket", Contents::deliveries),
    CODES(12, "one code is in at most one live listing", Contents::codes),
    STARTS(13, "nothing is reserved or sold after its event has begun", new SoldBeforeStart()),
    EDITS(14, "no order reserves or buys a ticket in a state older than an accepted edit", new EditsHold());

    /** A violation, and the ids that it concerns. */
    public record Violation(Invariant invariant, List<String> ids, String message) {}

    private final int number;
    private final String claim;
    private final Rule rule;

    /** Finds the violations of an invariant. */
    interface Rule {
        void check(Evidence evidence, Findings findings);

        /** The part that this evidence does not cover; empty if it covers everything. */
        default Optional<String> unjudged(Evidence evidence) {
            return Optional.empty();
        }
    }

    /** An error of the checker itself; see the cause. */
    public static final class NotJudged extends RuntimeException {

        private NotJudged(String what, RuntimeException cause) {
            super("the checker failed while checking %s: %s".formatted(what, cause), cause);
        }
    }

    Invariant(int number, String claim, Rule rule) {
        this.number = number;
        this.claim = claim;
        this.rule = rule;
    }

    public int number() {
        return number;
    }

    public String claim() {
        return claim;
    }

    /** Why the evidence does not prove it although there is no violation; empty if it does. */
    public Optional<String> unjudged(Evidence evidence) {
        return rule.unjudged(evidence);
    }

    /** Every violation; none if the invariant holds as far as the evidence covers it. */
    public List<Violation> violations(Evidence evidence) {
        var findings = new Findings(this);
        try {
            rule.check(evidence, findings);
        } catch (RuntimeException e) {
            throw new NotJudged("invariant %d (%s)".formatted(number, claim), e);
        }
        return List.copyOf(findings.all());
    }

    /** Collects the violations of one invariant. */
    static final class Findings {

        private final Invariant invariant;
        private final List<Violation> violations = new ArrayList<>();

        Findings(Invariant invariant) {
            this.invariant = invariant;
        }

        void add(List<String> ids, String message, @Nullable Object... values) {
            violations.add(new Violation(invariant, ids, message.formatted(values)));
        }

        void add(String id, String message, @Nullable Object... values) {
            add(List.of(id), message, values);
        }

        /** Reports two values that should be equal and are not. */
        void same(String id, String what, @Nullable Object actual, @Nullable Object expected) {
            if (!Objects.equals(actual, expected)) {
                add(id, "%s is %s (expected: %s)", what, actual, expected);
            }
        }

        List<Violation> all() {
            return violations;
        }
    }
}
