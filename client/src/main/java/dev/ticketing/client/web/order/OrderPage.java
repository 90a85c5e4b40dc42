package dev.ticketing.client.web.order;

import dev.ticketing.client.api.Order;
import dev.ticketing.client.api.Payment;
import dev.ticketing.client.api.PaymentsApi;
import dev.ticketing.client.api.SandboxCards;
import dev.ticketing.client.api.http.ApiProblem;
import dev.ticketing.client.api.http.ServiceAway;
import dev.ticketing.client.web.form.FormErrors;
import dev.ticketing.client.web.site.ContentSecurityPolicy;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** An order as its buyer sees it, with the actions available at the moment. */
@Component
class OrderPage {

    private static final Logger log = LoggerFactory.getLogger(OrderPage.class);
    private static final int REFRESH_SECONDS = 2;

    private final PaymentsApi payments;
    private final SandboxCards cards;

    OrderPage(PaymentsApi payments, SandboxCards cards) {
        this.payments = payments;
        this.cards = cards;
    }

    /** @param reply that the buyer has brought back from the bank */
    ModelAndView show(Order order, BankReply reply, HttpServletResponse response) {
        try {
            var payment = payments.findFor(order.id());
            return page(order, checkout(order, payment, reply), response)
                    .addObject("payment", payment.orElse(null))
                    .addObject("bankRefused", payment.filter(reply::isRefused).isPresent());
        } catch (ServiceAway | ApiProblem e) {
            log.warn("order={} shown without its payment: {}", order.id(), e.getMessage());
            return page(order, Checkout.of(waiting(order).orElse(Checkout.Way.UNAVAILABLE)), response);
        }
    }

    /** The page again, with the error of the payment. */
    ModelAndView refused(Order order, FormErrors errors, HttpStatusCode status, HttpServletResponse response) {
        var page = show(order, BankReply.NONE, response).addObject("errors", errors);
        page.setStatus(status);
        return page;
    }

    private static ModelAndView page(Order order, Checkout checkout, HttpServletResponse response) {
        var timeLeft = TimeLeft.between(order.serverTime(), order.expiresAt());
        var page = new ModelAndView("order/show")
                .addObject("order", order)
                .addObject("timeLeft", timeLeft)
                .addObject("checkout", checkout)
                .addObject("card", CardForm.EMPTY)
                .addObject("bankRefused", false);
        if (checkout.isPassing(order)) {
            page.addObject("refresh", REFRESH_SECONDS);
        } else if (order.isOpen()) {
            page.addObject("refresh", timeLeft.totalSeconds() + 1);
        }
        if (checkout.way() == Checkout.Way.STRIPE) {
            ContentSecurityPolicy.allowStripe(response);
        }
        return page;
    }

    private Checkout checkout(Order order, Optional<Payment> payment, BankReply reply) {
        var waiting = waiting(order);
        if (waiting.isPresent()) {
            return Checkout.of(waiting.get());
        }
        return payment.filter(newest -> newest.isOnItsWay() || reply.isConfirmed(newest))
                        .isPresent()
                ? Checkout.of(Checkout.Way.CONFIRMING)
                : Checkout.with(payments.options(), cards.isPossible());
    }

    /** What the page waits for, whatever the state of the payment. */
    private static Optional<Checkout.Way> waiting(Order order) {
        if (!order.isCreated()) {
            return Optional.of(Checkout.Way.CONFIRMING);
        }
        return TimeLeft.between(order.serverTime(), order.expiresAt()).isOver()
                ? Optional.of(Checkout.Way.OVER)
                : Optional.empty();
    }

    /**
     * Continues to the buyer's bank through a page of ours, because a form may not lead to another site (form-action).
     */
    ModelAndView bank(Order order, Payment payment, HttpServletResponse response) {
        var page = new ModelAndView("order/bank").addObject("order", order).addObject("payment", payment);
        if (payment.nextActionUrl() != null) {
            return page.addObject("redirect", payment.nextActionUrl());
        }
        ContentSecurityPolicy.allowStripe(response);
        return page.addObject("publishableKey", payments.options().publishableKey());
    }
}
