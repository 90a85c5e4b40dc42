package dev.ticketing.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.bson.types.ObjectId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReplicasTest {

    private static final Instant NOW = Instant.parse("2027-01-01T12:00:00Z");
    private static final int PLACES = 250;

    private final Replicas replicas =
            new Replicas(Clock.fixed(NOW, ZoneOffset.UTC), new Arrivals(), Duration.ofMinutes(30));
    private final AtomicInteger looks = new AtomicInteger();
    private final ThreadLocal<Boolean> hasLooked = ThreadLocal.withInitial(() -> false);

    @ParameterizedTest
    @ValueSource(strings = {"PT-31M", "PT-24H", "PT7M", "PT24H"})
    void documentOfAnotherTimeDoesNotExist(Duration made) {
        assertThat(replicas.await(idMade(made), this::nothing)).isEmpty();
        assertThat(looks).hasValue(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT-29M", "PT0S", "PT5M"})
    void youngDocumentIsNotYetKnown(Duration made) {
        assertThatThrownBy(() -> replicas.await(idMade(made), this::nothing)).isInstanceOf(NotYetKnown.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "000000000000000000000000", "ffffffffffffffffffffffff"})
    void idThatWasNeverMadeDoesNotExist(String id) {
        assertThat(replicas.await(id, this::nothing)).isEmpty();
    }

    @Test
    void documentThatIsThereIsFoundHoweverOldItIs() {
        assertThat(replicas.await(idMade(Duration.ofDays(-300)), () -> Optional.of("ticket")))
                .contains("ticket");
    }

    @Test
    void requestThatFindsAllPlacesTakenIsNotKeptWaiting() {
        var id = idMade(Duration.ZERO);
        var over = new CountDownLatch(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var waiter = 0; waiter < PLACES; waiter++) {
                threads.submit(() -> replicas.await(id, () -> heldUpAtTheSecondLook(over)));
            }
            try {
                await().until(() -> looks.get() == 2 * PLACES);

                assertThatThrownBy(() -> replicas.await(id, this::nothing)).isInstanceOf(NotYetKnown.class);

                assertThat(looks).hasValue(2 * PLACES + 1);
            } finally {
                over.countDown();
            }
        }
    }

    private Optional<String> nothing() {
        looks.incrementAndGet();
        return Optional.empty();
    }

    private Optional<String> heldUpAtTheSecondLook(CountDownLatch over) {
        looks.incrementAndGet();
        if (hasLooked.get()) {
            awaitEnd(over);
            return Optional.of("ticket");
        }
        hasLooked.set(true);
        return Optional.empty();
    }

    private static void awaitEnd(CountDownLatch over) {
        try {
            over.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static String idMade(Duration later) {
        return new ObjectId(Date.from(NOW.plus(later))).toHexString();
    }
}
