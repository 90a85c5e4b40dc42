package dev.ticketing.systemtests.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ticketing.check.evidence.Expectations;
import dev.ticketing.check.evidence.Order;
import dev.ticketing.local.settings.SuiteOptions;
import dev.ticketing.systemtests.Answer;
import dev.ticketing.systemtests.Person;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Deadlines, and actions in the last moment. */
class DeadlinesIT extends Fault {

    private static final int HOLDS = Size.of(500, 2_000);
    /** The last reservation is placed before the first one expires. */
    private static final Duration QUIET_AFTERWARDS = Size.of(WINDOW, Duration.ofSeconds(60));

    /** Reservations expire at the pace at which they were placed. */
    private static final int QUIETLY = 2;

    private static final int PAYMENTS = Size.of(200, 10_000);

    @Override
    SuiteOptions prepared(SuiteOptions options) {
        return options.with("OPEN_HOLDS_PER_BUYER", "100000").with("RESERVATION_WINDOW", QUIET_AFTERWARDS.toString());
    }

    @Test
    void reservationsExpireInTime() throws Exception {
        survives("%d reservations are left unpaid".formatted(HOLDS), 0, Expectations.NONE, load -> {
            var expired = expired(placed(HOLDS, QUIETLY));
            assertThat(expired.percentile(99)).isLessThanOrEqualTo(Size.of(5_000L, 500L));
            return expired.toString();
        });
    }

    @Test
    void reservationsExpireWithoutTimers() throws Exception {
        survives(
                "%d reservations are left unpaid, and Redis is emptied".formatted(HOLDS),
                0,
                Expectations.NONE,
                load -> {
                    var orders = placed(HOLDS, People.AT_A_TIME);
                    eventually().until(() -> Instant.now().isAfter(deadline(orders.get(HOLDS / 2))));
                    emptyRedis();
                    return expired(orders).toString();
                });
    }

    @Test
    void paymentsAreMadeInTheLastMoment() throws Exception {
        survives("%d payments are made at the last moment".formatted(PAYMENTS), 0, Expectations.NONE, load -> {
            var moment = new LastMoment();
            var seller = Person.signedUp(frontDoor(), journal());
            var buyer = Person.signedUp(frontDoor(), journal());
            var orders = moment.payments(
                    PAYMENTS,
                    each -> buyer.orders(seller.lists("Seat " + each, "20").id()),
                    order -> buyer.pays(order.id(), "tok_visa"));
            var evidence = check(Expectations.NONE).evidence();
            var fates = Deadlines.fates(evidence, orders).values().stream()
                    .collect(Collectors.groupingBy(fate -> fate, Collectors.counting()));
            assertThat(fates).containsOnlyKeys(Order.Status.COMPLETE, Order.Status.CANCELLED);
            return "%d complete and captured, %d cancelled and never captured; authorized within 50 ms of the deadline: %d"
                    .formatted(
                            fates.get(Order.Status.COMPLETE),
                            fates.get(Order.Status.CANCELLED),
                            Deadlines.ofAuthorization(evidence, orders).within(LastMoment.NEAR));
        });
    }

    private List<Answer> placed(int count, int atATime) throws InterruptedException {
        var seller = Person.signedUp(frontDoor(), journal());
        var buyer = Person.signedUp(frontDoor(), journal());
        var orders = People.each(
                count,
                atATime,
                each -> buyer.orders(seller.lists("Seat " + each, "20").id()));
        assertThat(orders).extracting(Answer::status).containsOnly(201);
        return orders;
    }

    private static Instant deadline(Answer order) {
        return Instant.parse(order.text("expiresAt"));
    }

    /** None too early, none too late. */
    private Deadlines expired(List<Answer> orders) {
        var ids = orders.stream().map(Answer::id).collect(Collectors.toCollection(HashSet::new));
        var last = orders.stream()
                .map(DeadlinesIT::deadline)
                .max(Instant::compareTo)
                .orElseThrow();
        eventually().until(() -> Instant.now().isAfter(last));
        var evidence = check(Expectations.NONE).evidence();
        assertThat(Deadlines.fates(evidence, ids).values()).containsOnly(Order.Status.CANCELLED);
        var expired = Deadlines.ofExpiry(evidence, ids);
        assertThat(expired.millis()).hasSize(orders.size());
        assertThat(expired.earliest()).isNotNegative();
        assertThat(expired.latest()).isLessThanOrEqualTo(5_000);
        return expired;
    }
}
