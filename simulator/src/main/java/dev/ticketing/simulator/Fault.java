package dev.ticketing.simulator;

/** The faults; a plan may exclude some. */
public enum Fault {
    CRASH("processes die"),
    STALL("processes stand still for seconds"),
    DUPLICATE("events and webhooks come twice"),
    LATE_EVENT("events come late and out of order"),
    LOST_PUBLISH("publications, or their acknowledgements, are lost"),
    LOST_ACK("acknowledgements of consumers are lost"),
    DATABASE("the database does not answer, before or after the write"),
    STRIPE("Stripe answers late, twice, with an error after success, or not at all"),
    REDIS("Redis loses the timers, or is away"),
    LOST_WEBHOOK("webhooks never come");

    private final String text;

    Fault(String text) {
        this.text = text;
    }

    @Override
    public String toString() {
        return text;
    }
}
