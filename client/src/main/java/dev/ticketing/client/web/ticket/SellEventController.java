package dev.ticketing.client.web.ticket;

import dev.ticketing.client.api.EventsApi;
import dev.ticketing.client.api.EventsApi.EventDraft;
import dev.ticketing.client.api.http.ApiProblem;
import dev.ticketing.client.web.form.FormErrors;
import dev.ticketing.client.web.form.ProblemTexts;
import dev.ticketing.web.session.CurrentUser;
import java.text.Collator;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** {@code /tickets/new/event}: a seller chooses the event of a ticket, or adds it. */
@Controller
@RequestMapping("/tickets/new/event")
class SellEventController {

    private static final Set<String> FIELDS = Set.of("name", "venue", "city", "country", "startsAt", "timeZone");
    private static final EventDraft EMPTY = new EventDraft("", "", "", "", "", "");

    private final EventsApi events;
    private final ProblemTexts texts;

    SellEventController(EventsApi events, ProblemTexts texts) {
        this.events = events;
        this.texts = texts;
    }

    /** A country in the language of the page. */
    record Country(String code, String name) {

        static List<Country> all(Locale locale) {
            return Arrays.stream(Locale.getISOCountries())
                    .map(code -> new Country(code, Locale.of("", code).getDisplayCountry(locale)))
                    .sorted(Comparator.comparing(Country::name, Collator.getInstance(locale)))
                    .toList();
        }
    }

    @GetMapping
    ModelAndView choose(CurrentUser user, @RequestParam(defaultValue = "") String q) {
        try {
            return page(q, EMPTY, FormErrors.NONE);
        } catch (ApiProblem e) {
            return refused(e, "", EMPTY);
        }
    }

    @PostMapping
    ModelAndView add(CurrentUser user, @ModelAttribute("draft") EventDraft draft) {
        try {
            return new ModelAndView(
                    "redirect:/tickets/new?event=" + events.add(draft).id());
        } catch (ApiProblem e) {
            return refused(e, "", draft);
        }
    }

    private ModelAndView refused(ApiProblem problem, String q, EventDraft draft) {
        if (!problem.is(HttpStatus.BAD_REQUEST.value())) {
            throw problem;
        }
        var page = page(q, draft, texts.errors(problem, FIELDS));
        page.setStatus(HttpStatus.BAD_REQUEST);
        return page;
    }

    private ModelAndView page(String q, EventDraft draft, FormErrors errors) {
        return new ModelAndView("ticket/event")
                .addObject("q", q)
                .addObject("found", q.isBlank() ? List.of() : events.all(q).items())
                .addObject("draft", draft)
                .addObject("countries", Country.all(LocaleContextHolder.getLocale()))
                .addObject("errors", errors);
    }
}
