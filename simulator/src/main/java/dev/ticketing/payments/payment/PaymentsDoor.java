package dev.ticketing.payments.payment;

import dev.ticketing.payments.order.OrderNotPayable;
import dev.ticketing.payments.payment.PaymentController.Pay;
import dev.ticketing.payments.stripe.StripeUnavailable;
import dev.ticketing.simulator.world.Reply;
import dev.ticketing.web.CurrentUser;
import dev.ticketing.web.IdempotencyKey;
import java.util.Optional;
import org.springframework.beans.factory.BeanFactory;

/** The endpoint of payments, without HTTP. */
public final class PaymentsDoor {

    private PaymentsDoor() {}

    public static Reply pay(
            BeanFactory beans, String userId, Optional<IdempotencyKey> key, String orderId, String token) {
        var controller = beans.getBean(PaymentController.class);
        return Reply.of(
                201,
                () -> {
                    var result = controller
                            .pay(new CurrentUser(userId, userId), key, new Pay(orderId, token))
                            .getBody();
                    return new Reply.Made(result.id(), result.status().toString(), null);
                },
                PaymentsDoor::status);
    }

    private static int status(RuntimeException e) {
        return switch (e) {
            case OrderNotFound _, PaymentNotFound _ -> 404;
            case OrderNotPayable _ -> 409;
            case PaymentDeclined _ -> 402;
            case InvalidToken _ -> 400;
            case StripeUnavailable _ -> 0;
            default -> Reply.status(e);
        };
    }
}
