package dev.ticketing.payments.payment;

import static dev.ticketing.payments.order.OrderFixture.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ticketing.messaging.Creation;
import dev.ticketing.payments.order.OrderFixture;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class KeyedRequestTest {

    private static final Duration DAY = Duration.ofHours(24);

    private final Creation request = new Creation("key", "body", NOW);
    private final Payment payment = Payment.open(OrderFixture.created(), "pm_1", NOW);
    private final Refusal declined = new Refusal(1, false, "Your card was declined.");

    @Test
    void requestThatBeganAnAttemptIsAnsweredByItsRefusal() {
        payment.requestedBy(request);
        assertThat(payment.answerTo(request)).isEmpty();

        payment.refused(declined, "pi_1", NOW);

        assertThat(payment.answerTo(request)).contains(PayAnswer.refused(payment.id(), declined));
    }

    @Test
    void refusalOfALaterAttemptIsNotItsAnswer() {
        payment.requestedBy(request);
        payment.refused(declined, "pi_1", NOW);
        payment.begin("pm_2", NOW);

        payment.refused(new Refusal(2, false, "Your card has expired."), "pi_1", NOW);

        assertThat(payment.answerTo(request)).contains(PayAnswer.refused(payment.id(), declined));
    }

    @Test
    void firstAnswerCounts() {
        var first = PayAnswer.of(payment);

        assertThat(payment.answer(request, first)).isTrue();
        assertThat(payment.answer(request, PayAnswer.refused(payment.id(), declined)))
                .isFalse();

        assertThat(payment.answerTo(request)).contains(first);
    }

    @Test
    void requestsAreToldApartByTheirKeys() {
        payment.answer(request, PayAnswer.of(payment));

        assertThat(payment.requestLike(new Creation("key", "other body", NOW))).isPresent();
        assertThat(payment.requestLike(new Creation("other key", "body", NOW))).isEmpty();
        assertThat(payment.requestLike(null)).isEmpty();
    }

    @Test
    void requestIsForgottenAfterADay() {
        payment.answer(request, PayAnswer.of(payment));
        var lastMoment = new Creation("key", "body", NOW.plus(DAY).minusMillis(1));
        var tooLate = new Creation("key", "body", NOW.plus(DAY));

        assertThat(payment.answerTo(lastMoment)).isPresent();
        assertThat(payment.answerTo(tooLate)).isEmpty();
        assertThat(payment.answer(tooLate, PayAnswer.of(payment))).isTrue();
    }

    @Test
    void requestWithoutAKeyIsNotNoted() {
        payment.requestedBy(null);

        payment.refused(declined, "pi_1", NOW);

        assertThat(payment.answerTo(null)).isEmpty();
    }
}
