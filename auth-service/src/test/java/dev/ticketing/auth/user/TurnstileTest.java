package dev.ticketing.auth.user;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

class TurnstileTest {

    private final CountDownLatch doorOpens = new CountDownLatch(1);
    private final CountDownLatch inside = new CountDownLatch(1);

    @Test
    void givesBackWhatTheWorkGives() {
        assertThat(new Turnstile(1, 1, Duration.ofSeconds(10)).pass(() -> "done"))
                .isEqualTo("done");
    }

    @Test
    void throwsTheFactThatTheWorkThrows() {
        var turnstile = new Turnstile(1, 1, Duration.ofSeconds(10));

        assertThatThrownBy(() -> turnstile.pass(() -> {
                    throw new EmailInUse();
                }))
                .isInstanceOf(EmailInUse.class);
    }

    @Test
    void turnsAwayWhoeverFindsTheCrowdFull() throws Exception {
        var turnstile = new Turnstile(1, 1, Duration.ofMinutes(1));
        var first = CompletableFuture.supplyAsync(() -> turnstile.pass(this::waitInside), Thread::startVirtualThread);
        inside.await();
        var second = CompletableFuture.supplyAsync(() -> turnstile.pass(() -> "second"), Thread::startVirtualThread);
        Awaitility.await().until(() -> turnstile.crowd() == 1);

        assertThatThrownBy(() -> turnstile.pass(() -> "third")).isInstanceOf(TooBusy.class);
        doorOpens.countDown();

        assertThat(first.get()).isEqualTo("first");
        assertThat(second.get()).isEqualTo("second");
    }

    @Test
    void turnsAwayWhoeverWaitsTooLongAndDoesNotBeginTheirWork() throws Exception {
        var turnstile = new Turnstile(1, 1, Duration.ofMillis(50));
        Thread.startVirtualThread(() -> turnstile.pass(this::waitInside));
        inside.await();
        var begun = new CountDownLatch(1);

        assertThatThrownBy(() -> turnstile.pass(() -> {
                    begun.countDown();
                    return "second";
                }))
                .isInstanceOf(TooBusy.class);
        doorOpens.countDown();

        Awaitility.await().ignoreExceptionsInstanceOf(TooBusy.class).until(() -> turnstile.pass(() -> true));
        assertThat(begun.getCount()).isEqualTo(1);
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
