package dev.ticketing.stripesandbox.refund;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.stripe.exception.InvalidRequestException;
import com.stripe.exception.StripeException;
import com.stripe.param.RefundCreateParams;
import com.stripe.param.RefundListParams;
import com.stripe.service.RefundService;
import dev.ticketing.stripesandbox.SandboxTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RefundIT extends SandboxTest {

    private RefundService refunds;

    @BeforeEach
    void refunds() {
        refunds = sandbox.stripe().v1().refunds();
    }

    @Test
    void refundsInPartsUntilNothingIsLeft() throws StripeException {
        var paid = sandbox.pay("pm_card_visa");
        var part = refunds.create(of(paid.getId()).setAmount(500L).build());
        assertThat(part.getStatus()).isEqualTo("succeeded");
        var tooMuch = catchThrowableOfType(
                InvalidRequestException.class,
                () -> refunds.create(of(paid.getId()).setAmount(1500L).build()));
        assertThat(tooMuch.getMessage())
                .contains("(15.00 USD) is greater than unrefunded amount on charge (14.99 USD)");

        var rest = refunds.create(of(paid.getId()).build());

        assertThat(rest.getAmount()).isEqualTo(1499);
        var again = catchThrowableOfType(
                InvalidRequestException.class,
                () -> refunds.create(of(paid.getId()).build()));
        assertThat(again.getCode()).isEqualTo("charge_already_refunded");
        var list = refunds.list(
                RefundListParams.builder().setPaymentIntent(paid.getId()).build());
        assertThat(list.getData()).extracting("id").containsExactly(rest.getId(), part.getId());
        assertThat(refunds.retrieve(part.getId()).getAmount()).isEqualTo(500);
    }

    @Test
    void chargeCanBeNamedToo() throws StripeException {
        var paid = sandbox.pay("pm_card_visa");

        var refund = refunds.create(
                RefundCreateParams.builder().setCharge(paid.getLatestCharge()).build());

        assertThat(refund.getPaymentIntent()).isEqualTo(paid.getId());
    }

    @Test
    void heldMoneyIsNotRefundedButCanceled() throws StripeException {
        var held = sandbox.authorize("pm_card_visa");

        var refused = catchThrowableOfType(
                InvalidRequestException.class,
                () -> refunds.create(of(held.getId()).build()));

        assertThat(refused.getMessage()).contains("does not have a successful charge to refund");
    }

    @Test
    void unknownIntentOrRefundIsNotFound() {
        var intent = catchThrowableOfType(
                InvalidRequestException.class,
                () -> refunds.create(of("pi_nobody").build()));
        var refund = catchThrowableOfType(InvalidRequestException.class, () -> refunds.retrieve("re_nobody"));

        assertThat(intent.getStatusCode()).isEqualTo(404);
        assertThat(refund.getStatusCode()).isEqualTo(404);
    }

    @Test
    void balanceAndLedgerAreCapturedNetOfRefunds() throws StripeException {
        var paid = sandbox.pay("pm_card_visa");
        sandbox.pay("pm_card_visa");
        sandbox.authorize("pm_card_visa");
        refunds.create(of(paid.getId()).setAmount(1000L).build());

        var balance = sandbox.stripe().v1().balance().retrieve();
        var totals = sandbox.ledger().at("/totals/usd");

        assertThat(balance.getAvailable().getFirst().getAmount()).isEqualTo(2998);
        assertThat(totals.path("intents").asInt()).isEqualTo(3);
        assertThat(totals.path("amountReceived").asInt()).isEqualTo(3998);
        assertThat(totals.path("refunded").asInt()).isEqualTo(1000);
        assertThat(totals.path("netCaptured").asInt()).isEqualTo(2998);
    }

    private static RefundCreateParams.Builder of(String intent) {
        return RefundCreateParams.builder().setPaymentIntent(intent);
    }
}
