package dev.ticketing.client.web.site;

import dev.ticketing.client.api.ApiProblem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/**
 * What a service's refusal reads like in the visitor's language: by its code, and where the input is not valid by the field;
 * in the service's own words where we have none.
 */
@Component
public class ProblemTexts {

    private final MessageSource messages;

    ProblemTexts(MessageSource messages) {
        this.messages = messages;
    }

    /** @param fields of the form; messages about others are shown as general ones, so that none gets lost */
    public FormErrors errors(ApiProblem problem, Set<String> fields) {
        var general = new ArrayList<String>();
        var byField = new LinkedHashMap<String, List<String>>();
        for (var error : problem.errors()) {
            if (error.field() != null && fields.contains(error.field())) {
                var texts = byField.computeIfAbsent(error.field(), field -> new ArrayList<>());
                add(texts, text(problem, error));
            } else {
                add(general, text(problem, error));
            }
        }
        return new FormErrors(general, byField);
    }

    /** Several broken rules may read the same. */
    private static void add(List<String> texts, String text) {
        if (!texts.contains(text)) {
            texts.add(text);
        }
    }

    private String text(ApiProblem problem, ApiProblem.Error error) {
        var key = problem.code().equals("validation-failed") ? "invalid." + error.field() : "problem." + problem.code();
        return messages.getMessage(
                key, new Object[] {error.message()}, error.message(), LocaleContextHolder.getLocale());
    }

    /** A message of ours, about no field. */
    public FormErrors error(String key) {
        return FormErrors.general(messages.getMessage(key, null, LocaleContextHolder.getLocale()));
    }

    /** A message of ours, about one field. */
    public String text(String key) {
        return messages.getMessage(key, null, LocaleContextHolder.getLocale());
    }
}
