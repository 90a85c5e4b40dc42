package dev.ticketing.payments.order;

import dev.ticketing.events.OrderEvent;
import dev.ticketing.events.OrderEvent.OrderAwaitingPayment;
import dev.ticketing.events.OrderEvent.OrderCancelled;
import dev.ticketing.events.OrderEvent.OrderCompleted;
import dev.ticketing.events.OrderEvent.OrderCreated;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.mongodb.core.mapping.Document;

/** A copy of an order of orders-service; behind the original by the delivery time of an event. */
@Document("orders")
public class Order {

    private enum Status {
        CREATED,
        AWAITING_PAYMENT,
        COMPLETE,
        CANCELLED
    }

    private static final Duration CLOCKS_DIFFER_BY = Duration.ofMinutes(6);

    @Id
    private String id;

    private String userId;
    private Status status;
    private long priceMinor;
    private String currency;
    private Instant expiresAt;
    private long version = -1;

    @Version
    private @Nullable Long lock;

    @SuppressWarnings("NullAway.Init")
    Order() {}

    @SuppressWarnings("NullAway.Init")
    Order(String id) {
        this.id = id;
    }

    /** Applies the event, unless this copy is as new or newer. */
    void apply(OrderEvent event, long eventVersion) {
        if (eventVersion <= version) {
            return;
        }
        version = eventVersion;
        switch (event) {
            case OrderCreated created -> place(created);
            case OrderAwaitingPayment _ -> status = Status.AWAITING_PAYMENT;
            case OrderCompleted _ -> status = Status.COMPLETE;
            case OrderCancelled _ -> status = Status.CANCELLED;
        }
    }

    private void place(OrderCreated created) {
        userId = created.userId();
        priceMinor = created.ticket().priceMinor();
        currency = created.ticket().currency();
        expiresAt = created.expiresAt();
        status = Status.CREATED;
    }

    /** @throws OrderNotPayable unless a payment that begins now can still be in time */
    public void requirePayable(Instant now) {
        switch (status) {
            case CREATED -> requireInTime(now);
            case AWAITING_PAYMENT -> throw new OrderNotPayable(id, "is already being paid");
            case COMPLETE -> throw new OrderNotPayable(id, "is already paid");
            case CANCELLED -> throw new OrderNotPayable(id, "is cancelled");
        }
    }

    /**
     * orders-service decides by its own clock, which may be behind ours; but long after the deadline a payment is
     * useless.
     */
    private void requireInTime(Instant now) {
        if (!now.minus(CLOCKS_DIFFER_BY).isBefore(expiresAt)) {
            throw new OrderNotPayable(id, "expired at " + expiresAt);
        }
    }

    public boolean isOwnedBy(String buyerId) {
        return userId.equals(buyerId);
    }

    public boolean isCancelled() {
        return status == Status.CANCELLED;
    }

    /** Whether a payment has claimed it that is not known to be captured yet. */
    public boolean isAwaitingPayment() {
        return status == Status.AWAITING_PAYMENT;
    }

    public String id() {
        return id;
    }

    public String userId() {
        return userId;
    }

    public long priceMinor() {
        return priceMinor;
    }

    public String currency() {
        return currency;
    }
}
