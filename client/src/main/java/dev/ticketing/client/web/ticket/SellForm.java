package dev.ticketing.client.web.ticket;

import dev.ticketing.client.api.Event;
import dev.ticketing.client.api.EventsApi;
import dev.ticketing.client.api.Ticket;
import dev.ticketing.client.api.http.ApiProblem;
import dev.ticketing.client.api.http.ServiceAway;
import dev.ticketing.client.api.selling.Draft;
import dev.ticketing.client.web.form.ProblemTexts;
import dev.ticketing.client.web.i18n.AmountTexts;
import dev.ticketing.client.web.i18n.TypedAmount;
import dev.ticketing.client.web.i18n.VisitorCurrency;
import dev.ticketing.events.StripeCurrency;
import jakarta.servlet.http.HttpServletRequest;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** The form in which a seller describes a ticket, with amounts in the format of the seller's language. */
@Component
class SellForm {

    private static final Set<String> FIELDS =
            Set.of("title", "price", "currency", "eventId", "seat", "admission", "faceValue", "restrictions", "notes");

    private static final List<String> RESTRICTIONS = List.of(
            "restricted-view",
            "side-view",
            "standing-only",
            "under-18-accompanied",
            "wheelchair",
            "companion",
            "name-on-ticket",
            "concession");

    private final ProblemTexts texts;
    private final AmountTexts amounts;
    private final VisitorCurrency currency;
    private final EventsApi events;

    SellForm(ProblemTexts texts, AmountTexts amounts, VisitorCurrency currency, EventsApi events) {
        this.events = events;
        this.texts = texts;
        this.amounts = amounts;
        this.currency = currency;
    }

    /** @param eventId that the seller has chosen; empty if none */
    ModelAndView empty(String template, String eventId, HttpServletRequest request) {
        return of(template, Draft.of("", "", currency.of(request).code()).withEvent(eventId));
    }

    ModelAndView of(String template, Draft draft) {
        return new ModelAndView(template)
                .addObject("draft", draft)
                .addObject("event", event(draft).orElse(null))
                .addObject("restrictions", RESTRICTIONS)
                .addObject("currencies", currency.all())
                .addObject("example", new BigDecimal("20.5"));
    }

    private Optional<Event> event(Draft draft) {
        try {
            return Optional.ofNullable(draft.eventId())
                    .filter(id -> !id.isBlank())
                    .map(events::find);
        } catch (ApiProblem | ServiceAway e) {
            return Optional.empty(); // the service refuses an event that does not exist
        }
    }

    /** The next ticket of the same kind: for another seat. */
    Draft another(Ticket ticket) {
        var draft = draft(ticket);
        return draft.withNumber(null);
    }

    /** A ticket as its seller would write it. */
    Draft draft(Ticket ticket) {
        var decimals = StripeCurrency.of(ticket.currency())
                .map(StripeCurrency::priceDecimals)
                .orElseGet(ticket.price()::scale);
        return new Draft(
                ticket.title(),
                written(ticket.price(), decimals),
                ticket.currency(),
                ticket.event() == null ? null : ticket.event().id(),
                ticket.seat() == null ? null : ticket.seat().section(),
                ticket.seat() == null ? null : ticket.seat().row(),
                ticket.seat() == null ? null : ticket.seat().number(),
                ticket.admission(),
                ticket.faceValue() == null ? null : written(ticket.faceValue(), decimals),
                ticket.restrictions(),
                ticket.notes());
    }

    private static String written(BigDecimal amount, int decimals) {
        return TypedAmount.write(amount.stripTrailingZeros(), decimals, false, LocaleContextHolder.getLocale());
    }

    /** @param kept input by field */
    static Draft draft(Map<String, String> kept) {
        return new Draft(
                kept.get("title"),
                kept.get("price"),
                kept.get("currency"),
                kept.get("eventId"),
                kept.get("section"),
                kept.get("row"),
                kept.get("number"),
                kept.get("admission"),
                kept.get("faceValue"),
                null,
                null);
    }

    /**
     * In the format of the service: without an ambiguous price, which the service refuses together with all other
     * errors.
     */
    Draft understood(Draft typed) {
        var faceValue = typed.faceValue();
        return typed.with(
                read(typed.price()).plain().orElse(null),
                faceValue == null || faceValue.isBlank()
                        ? null
                        : read(faceValue).plain().orElse(faceValue));
    }

    private static TypedAmount read(@Nullable String typed) {
        return TypedAmount.read(typed, LocaleContextHolder.getLocale());
    }

    /** The form again, with the input and its errors; other refusals have pages of their own. */
    ModelAndView refused(String template, Draft draft, ApiProblem problem) {
        if (!Set.of(400, 409, 412).contains(problem.status().value())) {
            throw problem;
        }
        var errors = texts.errors(problem, FIELDS);
        if (!problem.code().equals("price-above-cap")) {
            errors = errors.reworded("price", amounts.price(currencyOf(draft), read(draft.price())));
        }
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
