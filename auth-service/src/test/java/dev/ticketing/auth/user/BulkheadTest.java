package dev.ticketing.auth.user;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import dev.ticketing.web.limits.LimitExceeded;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

class BulkheadTest {

    private final CountDownLatch doorOpens = new CountDownLatch(1);
    private final CountDownLatch inside = new CountDownLatch(1);

    @Test
    void givesBackWhatTheWorkGives() {
        assertThat(new Bulkhead(1, 1, Duration.ofSeconds(10)).pass("one", () -> "done"))
                .isEqualTo("done");
    }

    @Test
    void throwsTheFactThatTheWorkThrows() {
        var bulkhead = new Bulkhead(1, 1, Duration.ofSeconds(10));

        assertThatThrownBy(() -> bulkhead.pass("one", () -> {
                    throw new EmailInUse();
                }))
                .isInstanceOf(EmailInUse.class);
    }

    @Test
    void refusesWhenTheCrowdIsFull() throws Exception {
        var bulkhead = new Bulkhead(1, 2, Duration.ofMinutes(1));
        flood(bulkhead, 2);
        var second =
                CompletableFuture.supplyAsync(() -> bulkhead.pass("two", () -> "second"), Thread::startVirtualThread);
        Awaitility.await().until(() -> bulkhead.crowd() == 2);

        assertThatThrownBy(() -> bulkhead.pass("three", () -> "third")).isInstanceOf(TooBusy.class);
        doorOpens.countDown();

        assertThat(second.get()).isEqualTo("second");
    }

    @Test
    void refusesAfterTooLongAWaitWithoutStartingTheWork() throws Exception {
        var bulkhead = new Bulkhead(1, 1, Duration.ofMillis(50));
        Thread.startVirtualThread(() -> bulkhead.pass("one", this::waitInside));
        inside.await();
        var begun = new CountDownLatch(1);

        assertThatThrownBy(() -> bulkhead.pass("one", () -> {
                    begun.countDown();
                    return "second";
                }))
                .isInstanceOf(TooBusy.class);
        doorOpens.countDown();

        Awaitility.await().ignoreExceptionsInstanceOf(TooBusy.class).until(() -> bulkhead.pass("one", () -> true));
        assertThat(begun.getCount()).isEqualTo(1);
    }

    @Test
    void refusesOnlyTheClientWhoseLineIsFull() throws Exception {
        var bulkhead = new Bulkhead(2, 4, Duration.ofMinutes(1));
        flood(bulkhead, 3);

        assertThatThrownBy(() -> bulkhead.pass("one", () -> "fourth"))
                .asInstanceOf(type(LimitExceeded.class))
                .satisfies(refusal -> {
                    assertThat(refusal.code()).isEqualTo("too-many-at-once");
                    assertThat(refusal.rateLimit()).isEqualTo("\"waiting-by-client\";r=0;t=1");
                    assertThat(refusal.rateLimitPolicy()).isEqualTo("\"waiting-by-client\";q=2");
                });
        assertThat(bulkhead.pass("other", () -> "first")).isEqualTo("first");
        doorOpens.countDown();
    }

    @Test
    void floodOfOneClientDelaysNoOther() throws Exception {
        var bulkhead = new Bulkhead(2, 400, Duration.ofMinutes(1));
        flood(bulkhead, 100);

        for (var person = 0; person < 10; person++) {
            assertThat(bulkhead.pass("person " + person, () -> "in")).isEqualTo("in");
        }
        assertThat(bulkhead.crowd()).isEqualTo(99);
        doorOpens.countDown();
    }

    @Test
    void linesTakeTurns() throws Exception {
        var bulkhead = new Bulkhead(1, 400, Duration.ofMinutes(1));
        flood(bulkhead, 10);
        var order = new ConcurrentLinkedQueue<String>();
        for (var person = 0; person < 10; person++) {
            Thread.startVirtualThread(() -> bulkhead.pass("one", () -> order.add("one")));
        }
        Thread.startVirtualThread(() -> bulkhead.pass("other", () -> order.add("other")));
        Awaitility.await().until(() -> bulkhead.crowd() == 20);
        doorOpens.countDown();

        Awaitility.await().until(() -> order.size() == 11);
        assertThat(order.peek()).isEqualTo("other");
    }

    /** Requests of one client, the first of which is being hashed. */
    private void flood(Bulkhead bulkhead, int people) throws InterruptedException {
        for (var person = 0; person < people; person++) {
            Thread.startVirtualThread(() -> bulkhead.pass("one", this::waitInside));
        }
        inside.await();
        Awaitility.await().until(() -> bulkhead.crowd() == people - 1);
    }

    private String waitInside() {
        inside.countDown();
        try {
            doorOpens.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return "first";
    }
}
