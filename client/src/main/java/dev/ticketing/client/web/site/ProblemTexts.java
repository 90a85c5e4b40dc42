package dev.ticketing.client.web.site;

import dev.ticketing.client.api.ApiProblem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** What a service's refusal reads like: in our own words where we know its code, in the service's otherwise. */
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
                byField.computeIfAbsent(error.field(), field -> new ArrayList<>())
                        .add(text(problem, error));
            } else {
                general.add(text(problem, error));
            }
        }
        return new FormErrors(general, byField);
    }

    private String text(ApiProblem problem, ApiProblem.Error error) {
        return messages.getMessage("problem." + problem.code(), null, error.message(), LocaleContextHolder.getLocale());
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
