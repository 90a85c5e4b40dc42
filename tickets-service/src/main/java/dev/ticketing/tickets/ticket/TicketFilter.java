package dev.ticketing.tickets.ticket;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import dev.ticketing.web.InvalidInput;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.springframework.data.mongodb.core.query.Criteria;

/**
 * Which tickets for sale somebody looks for. What an HTML form leaves empty does not restrict.
 *
 * @param q words of the title or their beginnings; all must be there
 * @param minPrice in major units, of whatever currency
 * @param maxPrice like minPrice
 */
record TicketFilter(String q, String minPrice, String maxPrice) {

    private static final int LONGEST_Q = 200;
    private static final BigDecimal MOST = new BigDecimal("999999999.99");
    private static final int MOST_DIGITS = 2;

    /** @throws InvalidInput if a part of it makes no sense */
    List<Criteria> criteria() {
        var criteria = new ArrayList<Criteria>();
        if (isGiven(q)) {
            words().forEach(word -> criteria.add(where("titleTokens").regex("^" + Pattern.quote(word))));
        }
        if (isGiven(minPrice)) {
            criteria.add(where("priceThousandths").gte(thousandths("minPrice", minPrice)));
        }
        if (isGiven(maxPrice)) {
            criteria.add(where("priceThousandths").lte(thousandths("maxPrice", maxPrice)));
        }
        return criteria;
    }

    /** Whether it asks for words but has none, only other signs: no title can match. */
    boolean isHopeless() {
        return isGiven(q) && words().isEmpty();
    }

    private List<String> words() {
        if (q.length() > LONGEST_Q) {
            throw new InvalidInput("q", "q must have at most " + LONGEST_Q + " characters");
        }
        return TitleTokens.of(q);
    }

    private static long thousandths(String field, String given) {
        return Amounts.parse(given)
                .filter(amount -> amount.signum() >= 0 && amount.compareTo(MOST) <= 0)
                .filter(amount -> amount.stripTrailingZeros().scale() <= MOST_DIGITS)
                .map(Price::thousandths)
                .orElseThrow(() -> new InvalidInput(field, field + " must be an amount such as 20.00"));
    }

    private static boolean isGiven(String text) {
        return text != null && !text.isBlank();
    }
}
