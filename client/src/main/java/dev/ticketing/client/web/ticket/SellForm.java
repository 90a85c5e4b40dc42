package dev.ticketing.client.web.ticket;

import dev.ticketing.client.api.Ticket;
import dev.ticketing.client.api.TicketsApi.Draft;
import dev.ticketing.client.api.http.ApiProblem;
import dev.ticketing.client.web.form.ProblemTexts;
import dev.ticketing.client.web.i18n.AmountTexts;
import dev.ticketing.client.web.i18n.TypedAmount;
import dev.ticketing.client.web.i18n.VisitorCurrency;
import dev.ticketing.events.StripeCurrency;
import jakarta.servlet.http.HttpServletRequest;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.Set;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** The form in which a seller writes a title and a price, the price in the format of the seller's language. */
@Component
class SellForm {

    private static final Set<String> FIELDS = Set.of("title", "price", "currency");

    private final ProblemTexts texts;
    private final AmountTexts amounts;
    private final VisitorCurrency currency;

    SellForm(ProblemTexts texts, AmountTexts amounts, VisitorCurrency currency) {
        this.texts = texts;
        this.amounts = amounts;
        this.currency = currency;
    }

    ModelAndView empty(String template, HttpServletRequest request) {
        return of(template, new Draft("", "", currency.of(request).code()));
    }

    ModelAndView of(String template, Draft draft) {
        return new ModelAndView(template)
                .addObject("draft", draft)
                .addObject("currencies", currency.all())
                .addObject("example", new BigDecimal("20.5"));
    }

    /** A ticket as its seller would write it. */
    Draft draft(Ticket ticket) {
        var decimals = StripeCurrency.of(ticket.currency())
                .map(StripeCurrency::priceDecimals)
                .orElseGet(ticket.price()::scale);
        var price = TypedAmount.write(
                ticket.price().stripTrailingZeros(), decimals, false, LocaleContextHolder.getLocale());
        return new Draft(ticket.title(), price, ticket.currency());
    }

    /**
     * In the format of the service: without an ambiguous price, which the service refuses together with all other
     * errors.
     */
    Draft understood(Draft typed) {
        return new Draft(typed.title(), read(typed).plain().orElse(null), typed.currency());
    }

    private static TypedAmount read(Draft typed) {
        return TypedAmount.read(typed.price(), LocaleContextHolder.getLocale());
    }

    /** The form again, with the input and its errors; other refusals have pages of their own. */
    ModelAndView refused(String template, Draft draft, ApiProblem problem) {
        if (!Set.of(400, 409, 412).contains(problem.status().value())) {
            throw problem;
        }
        var errors = texts.errors(problem, FIELDS).reworded("price", amounts.price(currencyOf(draft), read(draft)));
        var page = of(template, draft).addObject("errors", errors);
        page.setStatus(problem.status());
        return page;
    }

    private StripeCurrency currencyOf(Draft draft) {
        return Optional.ofNullable(draft.currency()).flatMap(StripeCurrency::of).orElseGet(currency::first);
    }

    ModelAndView notNow(String template, Draft draft) {
        var page = of(template, draft).addObject("errors", texts.error("error.away.tickets"));
        page.setStatus(HttpStatus.SERVICE_UNAVAILABLE);
        return page;
    }
}
