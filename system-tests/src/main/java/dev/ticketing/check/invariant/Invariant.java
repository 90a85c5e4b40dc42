package dev.ticketing.check.invariant;

import dev.ticketing.check.evidence.Evidence;
import java.util.List;
import java.util.Optional;

/** What holds whatever load and faults there were, judged by the evidence alone. */
public enum Invariant {
    ONE_ACTIVE_ORDER(1, "a ticket has at most one active order, at every instant", new OneActiveOrder()),
    PAID_ORDERS(2, "complete orders and captured payments are one to one and agree", new PaidOrders()),
    NOBODY_CHARGED_FOR_NOTHING(3, "a cancelled order costs nothing; one live intent at most", new NoChargeForNothing()),
    LEGAL_HISTORIES(4, "versions without a gap, one event each, legal transitions", new LegalHistories()),
    REPLICAS(5, "replicas equal their owners; a ticket's order is its active one", new FaithfulReplicas()),
    ANSWERS(6, "what clients were answered is what is stored", new KeptAnswers()),
    IDEMPOTENCY(7, "retries with one Idempotency-Key have one effect and one answer", new IdempotentRetries()),
    DEADLINES(8, "no unpaid order outlives its deadline, none expires before it", new KeptDeadlines()),
    REPLAY(9, "replaying every stream into every consumer changes nothing", new StaleReplay()),
    DEAD_LETTERS(10, "the dead letters are the poison and nothing else", new PoisonOnly());

    private final int number;
    private final String claim;
    private final Rule rule;

    /** Looks for what breaks an invariant. */
    interface Rule {
        void check(Evidence evidence, Findings findings);

        /** What of it this evidence says nothing about; empty when all was judged. */
        default Optional<String> unjudged(Evidence evidence) {
            return Optional.empty();
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

    /** Why it cannot be said to hold although there is no violation; empty when everything was judged. */
    public Optional<String> unjudged(Evidence evidence) {
        return rule.unjudged(evidence);
    }

    /** Every violation; none when it holds as far as it is judged. */
    public List<Violation> violations(Evidence evidence) {
        var findings = new Findings(this);
        rule.check(evidence, findings);
        return List.copyOf(findings.all());
    }
}
