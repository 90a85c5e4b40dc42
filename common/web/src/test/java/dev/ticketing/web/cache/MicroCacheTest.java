package dev.ticketing.web.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MicroCacheTest {

    private static final Duration LONG = Duration.ofHours(1);

    private final AtomicLong changes = new AtomicLong();
    private final AtomicInteger made = new AtomicInteger();

    @Test
    void responseIsCachedUntilTheNextEvent() {
        var answers = new MicroCache<Integer>(changes::get, LONG);

        assertThat(answers.get("a", made::incrementAndGet)).isEqualTo(1);
        assertThat(answers.get("a", made::incrementAndGet)).isEqualTo(1);
        assertThat(answers.get("b", made::incrementAndGet)).isEqualTo(2);

        changes.incrementAndGet();
        assertThat(answers.get("a", made::incrementAndGet)).isEqualTo(3);
    }

    @Test
    void noResponseIsOlderThanTheMoment() {
        var answers = new MicroCache<Integer>(changes::get, Duration.ofMillis(50));
        answers.get("a", made::incrementAndGet);

        await().untilAsserted(() ->
                assertThat(answers.get("a", made::incrementAndGet)).isEqualTo(2));
    }

    @Test
    void aMomentOfNothingKeepsNothing() {
        var answers = new MicroCache<Integer>(changes::get, Duration.ZERO);

        answers.get("a", made::incrementAndGet);
        assertThat(answers.get("a", made::incrementAndGet)).isEqualTo(2);
    }

    @Test
    void responseBegunBeforeTheEventIsNotCached() {
        var answers = new MicroCache<Integer>(changes::get, LONG);

        answers.get("a", () -> {
            changes.incrementAndGet();
            return made.incrementAndGet();
        });

        assertThat(answers.get("a", made::incrementAndGet)).isEqualTo(2);
    }

    @Test
    void manyWhoAskAtOnceWaitForOne() throws Exception {
        var answers = new MicroCache<Integer>(changes::get, LONG);
        var asking = new CountDownLatch(50);
        try (var everybody = Executors.newVirtualThreadPerTaskExecutor()) {
            var got = IntStream.range(0, 50)
                    .mapToObj(i -> everybody.submit(() -> {
                        asking.countDown();
                        return answers.get("a", () -> {
                            try {
                                asking.await();
                            } catch (InterruptedException e) {
                                throw new IllegalStateException(e);
                            }
                            return made.incrementAndGet();
                        });
                    }))
                    .toList();
            for (var answer : got) {
                assertThat(answer.get()).isEqualTo(1);
            }
        }
    }

    @Test
    void aFailureIsNotKept() {
        var answers = new MicroCache<Integer>(changes::get, LONG);

        assertThatThrownBy(() -> answers.get("a", () -> {
                    throw new IllegalArgumentException("away");
                }))
                .hasMessage("away");

        assertThat(answers.get("a", made::incrementAndGet)).isEqualTo(1);
    }
}
