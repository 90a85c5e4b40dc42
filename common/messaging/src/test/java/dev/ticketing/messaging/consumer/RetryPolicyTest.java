package dev.ticketing.messaging.consumer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ticketing.messaging.RetryLater;
import dev.ticketing.messaging.wire.MalformedEvent;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.InvalidDataAccessApiUsageException;

class RetryPolicyTest {

    @Test
    void delayDoublesUpToHalfAMinute() {
        assertThat(RetryPolicy.delay(1)).isEqualTo(Duration.ofMillis(50));
        assertThat(RetryPolicy.delay(4)).isEqualTo(Duration.ofMillis(400));
        assertThat(RetryPolicy.delay(11)).isEqualTo(Duration.ofSeconds(30));
        assertThat(RetryPolicy.delay(Long.MAX_VALUE)).isEqualTo(Duration.ofSeconds(30));
    }

    @Test
    void handlerMaySayWhenToComeBack() {
        var inAMinute = new RetryLater("not yet", Duration.ofMinutes(1));

        assertThat(RetryPolicy.delay(inAMinute, 3)).isEqualTo(Duration.ofMinutes(1));
    }

    @Test
    void absentDatabaseIsNeverFinal() {
        var away = new DataAccessResourceFailureException("away");

        assertThat(RetryPolicy.isFinal(away, 1_000_000)).isFalse();
        assertThat(RetryPolicy.isFinal(new RetryLater("Stripe is away", away), 1_000_000))
                .isFalse();
    }

    @Test
    void malformedEventIsFinalAtOnce() {
        assertThat(RetryPolicy.isFinal(new MalformedEvent(new Exception("no JSON")), 1))
                .isTrue();
    }

    @Test
    void unknownFailureIsFinalAfterFiveDeliveries() {
        assertThat(RetryPolicy.isFinal(new IllegalStateException(), 4)).isFalse();
        assertThat(RetryPolicy.isFinal(new IllegalStateException(), 5)).isTrue();
        assertThat(RetryPolicy.isFinal(new InvalidDataAccessApiUsageException("bug"), 5))
                .isTrue();
    }
}
