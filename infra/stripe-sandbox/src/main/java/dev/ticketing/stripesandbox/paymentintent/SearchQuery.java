package dev.ticketing.stripesandbox.paymentintent;

import dev.ticketing.stripesandbox.api.StripeError;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** The supported part of Stripe's search language: {@code status:'…' AND metadata['…']:'…'}. */
record SearchQuery(List<Clause> clauses) {

    private static final Pattern CLAUSE = Pattern.compile(
            "\\s*(?:metadata\\[(['\"])(?<name>[^'\"]*)\\1]|(?<field>status|currency)):(['\"])(?<value>[^'\"]*)\\4\\s*");

    static SearchQuery parse(String query) {
        var clauses = new ArrayList<Clause>();
        for (var part : query.split("(?i)\\bAND\\b")) {
            var matcher = CLAUSE.matcher(part);
            if (!matcher.matches()) {
                throw StripeError.invalid(
                        "We were unable to parse your search query: %s (the sandbox knows: status, currency and metadata['…'], joined by AND)"
                                .formatted(query),
                        "query");
            }
            clauses.add(new Clause(matcher.group("field"), matcher.group("name"), matcher.group("value")));
        }
        return new SearchQuery(clauses);
    }

    boolean matches(PaymentIntent intent) {
        return clauses.stream().allMatch(clause -> clause.matches(intent));
    }

    /** A field, or metadata if {@code field} is null, has the value. */
    record Clause(String field, String name, String value) {

        boolean matches(PaymentIntent intent) {
            return value.equals(
                    switch (field) {
                        case null -> intent.metadata().get(name);
                        case "status" -> intent.status().code();
                        default -> intent.currency();
                    });
        }
    }
}
