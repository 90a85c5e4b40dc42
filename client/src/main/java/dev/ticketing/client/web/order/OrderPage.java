package dev.ticketing.client.web.order;

import dev.ticketing.client.api.ApiProblem;
import dev.ticketing.client.api.Order;
import dev.ticketing.client.api.Payment;
import dev.ticketing.client.api.PaymentsApi;
import dev.ticketing.client.api.SandboxCards;
import dev.ticketing.client.api.ServiceAway;
import dev.ticketing.client.web.site.ContentSecurityPolicy;
import dev.ticketing.client.web.site.FormErrors;
import jakarta.servlet.http.HttpServletResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** An order as its buyer sees it, with what he can do about it now. */
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

    /** @param bankAgreed whether the buyer comes back from his bank's page, which said yes */
    ModelAndView show(Order order, boolean bankAgreed, HttpServletResponse response) {
        return page(order, checkout(order, bankAgreed), response);
    }

    /** The page again, with what went wrong while paying. */
    ModelAndView refused(Order order, FormErrors errors, HttpStatusCode status, HttpServletResponse response) {
        var page = page(order, checkout(order, false), response).addObject("errors", errors);
        page.setStatus(status);
        return page;
    }

    private static ModelAndView page(Order order, Checkout checkout, HttpServletResponse response) {
        var page = new ModelAndView("order/show")
                .addObject("order", order)
                .addObject("timeLeft", TimeLeft.between(order.serverTime(), order.expiresAt()))
                .addObject("checkout", checkout);
        if (checkout.isPassing(order)) {
            page.addObject("refresh", REFRESH_SECONDS);
        }
        if (checkout.way() == Checkout.Way.STRIPE) {
            ContentSecurityPolicy.allowStripe(response);
        }
        return page;
    }

    private Checkout checkout(Order order, boolean bankAgreed) {
        if (!order.isCreated()) {
            return Checkout.of(Checkout.Way.CONFIRMING);
        }
        if (TimeLeft.between(order.serverTime(), order.expiresAt()).isOver()) {
            return Checkout.of(Checkout.Way.OVER);
        }
        try {
            var isOnItsWay = payments.findFor(order.id())
                    .filter(payment -> payment.isOnItsWay() || payment.isActionRequired() && bankAgreed)
                    .isPresent();
            return isOnItsWay
                    ? Checkout.of(Checkout.Way.CONFIRMING)
                    : Checkout.with(payments.options(), cards.isPossible());
        } catch (ServiceAway | ApiProblem e) {
            log.warn("order={} cannot be paid now: {}", order.id(), e.getMessage());
            return Checkout.of(Checkout.Way.UNAVAILABLE);
        }
    }

    /** On to the buyer's bank: by a page of ours, because a form may not lead to another site (form-action). */
    ModelAndView bank(Order order, Payment payment, HttpServletResponse response) {
        var page = new ModelAndView("order/bank").addObject("order", order).addObject("payment", payment);
        if (payment.nextActionUrl() != null) {
            return page.addObject("refresh", "0; url=" + payment.nextActionUrl());
        }
        ContentSecurityPolicy.allowStripe(response);
        return page.addObject("publishableKey", payments.options().publishableKey());
    }
}
