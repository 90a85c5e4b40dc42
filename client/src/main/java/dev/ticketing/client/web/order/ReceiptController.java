package dev.ticketing.client.web.order;

import dev.ticketing.client.api.OrdersApi;
import dev.ticketing.client.api.Payment;
import dev.ticketing.client.api.PaymentsApi;
import dev.ticketing.client.api.http.ApiProblem;
import dev.ticketing.client.api.http.ServiceAway;
import dev.ticketing.web.session.CurrentUser;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/** {@code /orders/:id/receipt}: what was paid and when, to print. */
@Controller
class ReceiptController {

    private final OrdersApi orders;
    private final PaymentsApi payments;

    ReceiptController(OrdersApi orders, PaymentsApi payments) {
        this.orders = orders;
        this.payments = payments;
    }

    @GetMapping("/orders/{id:[0-9a-fA-F]{24}}/receipt")
    ModelAndView show(CurrentUser user, @PathVariable String id) {
        var order = orders.find(id);
        if (!order.isComplete()) {
            throw new ErrorResponseException(HttpStatus.NOT_FOUND);
        }
        return new ModelAndView("order/receipt")
                .addObject("order", order)
                .addObject("payment", payment(id).orElse(null));
    }

    private Optional<Payment> payment(String orderId) {
        try {
            return payments.findFor(orderId);
        } catch (ServiceAway | ApiProblem e) {
            return Optional.empty();
        }
    }
}
