package dev.ticketing.stripesandbox.paymentintent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ticketing.stripesandbox.api.StripeError;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SearchQueryTest {

    @Test
    void findsByMetadataAndStatus() {
        var query = SearchQuery.parse("metadata['orderId']:'42' AND status:'requires_payment_method'");

        assertThat(query.matches(intent("42"))).isTrue();
        assertThat(query.matches(intent("43"))).isFalse();
    }

    @Test
    void everyClauseMustHold() {
        assertThat(SearchQuery.parse("metadata[\"orderId\"]:\"42\" AND currency:\"eur\"")
                        .matches(intent("42")))
                .isFalse();
    }

    @Test
    void refusesWhatItDoesNotKnow() {
        assertThatThrownBy(() -> SearchQuery.parse("amount>100")).isInstanceOf(StripeError.class);
    }

    private static PaymentIntent intent(String orderId) {
        var order = new Order(1999, "usd", CaptureMethod.MANUAL, null, List.of("card"));
        var intent = PaymentIntent.of(order, 1);
        intent.describe(null, Map.of("orderId", orderId));
        return intent;
    }
}
