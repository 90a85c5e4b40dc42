package dev.ticketing.client.web.order;

import dev.ticketing.client.api.OrdersApi;
import dev.ticketing.client.api.PaymentsApi;
import dev.ticketing.client.api.SandboxCards;
import dev.ticketing.client.api.http.ApiProblem;
import dev.ticketing.client.api.http.ServiceAway;
import dev.ticketing.client.web.form.FormErrors;
import dev.ticketing.client.web.form.ProblemTexts;
import dev.ticketing.web.session.CurrentUser;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * Paying, from an order's page: with a card of the sandbox, or with the token that Stripe's script made from a real
 * one.
 */
@Controller
@RequestMapping("/orders/{id:[0-9a-fA-F]{24}}")
class PaymentController {

    private static final Set<String> FIELDS = Set.of("number", "expiry", "cvc");

    private final OrdersApi orders;
    private final PaymentsApi payments;
    private final SandboxCards cards;
    private final OrderPage page;
    private final ProblemTexts texts;

    PaymentController(OrdersApi orders, PaymentsApi payments, SandboxCards cards, OrderPage page, ProblemTexts texts) {
        this.orders = orders;
        this.payments = payments;
        this.cards = cards;
        this.page = page;
        this.texts = texts;
    }

    @PostMapping(params = "token")
    ModelAndView payByToken(
            CurrentUser user,
            @PathVariable String id,
            @RequestParam String token,
            HttpServletRequest request,
            HttpServletResponse response) {
        BankReply.forget(request, response);
        return attempt(id, token, response);
    }

    @PostMapping(params = "number")
    ModelAndView payBySandboxCard(
            CurrentUser user,
            @PathVariable String id,
            CardForm card,
            HttpServletRequest request,
            HttpServletResponse response) {
        BankReply.forget(request, response);
        return keeping(card, pay(id, card, response));
    }

    /** The typed card, if only a field must be corrected. */
    private static ModelAndView keeping(CardForm card, ModelAndView page) {
        return page.getModel().get("errors") instanceof FormErrors errors
                        && !errors.fields().isEmpty()
                ? page.addObject("card", card)
                : page;
    }

    private ModelAndView pay(String id, CardForm card, HttpServletResponse response) {
        var mistakes = card.mistakes();
        if (!mistakes.isEmpty()) {
            return refused(id, errors(mistakes), HttpStatus.BAD_REQUEST, response);
        }
        try {
            var token = cards.token(card.number(), card.month(), card.year(), card.cvc());
            return attempt(id, token, response);
        } catch (ApiProblem e) {
            return refused(id, e, response);
        } catch (ServiceAway e) {
            return notNow(id, response);
        }
    }

    private ModelAndView attempt(String id, String token, HttpServletResponse response) {
        try {
            var payment = payments.pay(id, token);
            return payment.isActionRequired()
                    ? page.bank(orders.find(id), payment, response)
                    : new ModelAndView("redirect:/orders/" + id);
        } catch (ApiProblem e) {
            return e.is(409) ? new ModelAndView("redirect:/orders/" + id) : refused(id, e, response);
        } catch (ServiceAway e) {
            return notNow(id, response);
        }
    }

    private ModelAndView refused(String id, ApiProblem problem, HttpServletResponse response) {
        if (!problem.is(400) && !problem.is(402) && !problem.is(429)) {
            throw problem;
        }
        return refused(id, texts.errors(problem, FIELDS), problem.status(), response);
    }

    private ModelAndView notNow(String id, HttpServletResponse response) {
        return refused(id, texts.error("pay.not-now"), HttpStatus.SERVICE_UNAVAILABLE, response);
    }

    private ModelAndView refused(String id, FormErrors errors, HttpStatusCode status, HttpServletResponse response) {
        return page.refused(orders.find(id), errors, status, response);
    }

    private FormErrors errors(Map<String, String> mistakes) {
        return new FormErrors(
                List.of(),
                mistakes.entrySet().stream()
                        .collect(Collectors.toMap(
                                Map.Entry::getKey, mistake -> List.of(texts.text(mistake.getValue())))));
    }
}
