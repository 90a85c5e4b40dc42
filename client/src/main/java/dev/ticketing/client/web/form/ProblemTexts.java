package dev.ticketing.client.web.form;

import dev.ticketing.client.api.http.ApiProblem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/**
 * Texts for the refusals of services in the visitor's language: by code, or by field if the input is not valid. Without
 * a text of ours, the service's own message.
 */
@Component
public class ProblemTexts {

    private final MessageSource messages;

    ProblemTexts(MessageSource messages) {
        this.messages = messages;
    }

    /** @param fields of the form; messages about other fields become general ones, so that none is lost */
    public FormErrors errors(ApiProblem problem, Set<String> fields) {
        var general = new ArrayList<String>();
        var byField = new LinkedHashMap<String, List<String>>();
        for (var error : problem.errors()) {
            var field = field(problem, error);
            if (field != null && fields.contains(field)) {
                add(byField.computeIfAbsent(field, name -> new ArrayList<>()), text(problem, error));
            } else {
                add(general, text(problem, error));
            }
        }
        return new FormErrors(general, byField);
    }

    /** Several violations may have the same text. */
    private static void add(List<@Nullable String> texts, @Nullable String text) {
        if (!texts.contains(text)) {
            texts.add(text);
        }
    }

    private @Nullable String text(ApiProblem problem, ApiProblem.Error error) {
        // never as the default of getMessage, which would treat it as a pattern
        var text = messages.getMessage(key(problem, error), null, null, LocaleContextHolder.getLocale());
        return text == null ? error.message() : text;
    }

    private static String key(ApiProblem problem, ApiProblem.Error error) {
        var decline = Decline.of(problem.declineCode());
        if (decline != null) {
            return decline.key();
        }
        return problem.code().equals("validation-failed") ? "invalid." + error.field() : "problem." + problem.code();
    }

    private static @Nullable String field(ApiProblem problem, ApiProblem.Error error) {
        var decline = Decline.of(problem.declineCode());
        return error.field() == null && decline != null ? decline.field() : error.field();
    }

    /** The text for a refusal of which only the code is known; empty if there is no text for it. */
    public FormErrors refusal(String code) {
        var key = code.equals("orders-away") ? "error.away.orders" : "problem." + code;
        var text = messages.getMessage(key, null, null, LocaleContextHolder.getLocale());
        return text == null ? FormErrors.NONE : FormErrors.general(text);
    }

    /** One of our messages, about no field. */
    public FormErrors error(String key) {
        return FormErrors.general(messages.getMessage(key, null, LocaleContextHolder.getLocale()));
    }

    /** One of our messages, about one field. */
    public String text(String key) {
        return messages.getMessage(key, null, LocaleContextHolder.getLocale());
    }
}
