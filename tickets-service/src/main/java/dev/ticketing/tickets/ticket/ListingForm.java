package dev.ticketing.tickets.ticket;

import dev.ticketing.web.InvalidInput;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;

/** What a seller says of a ticket, as it came: each part may be anything that JSON can say, and is checked here. */
record ListingForm(JsonNode title, JsonNode price, JsonNode currency) {

    /**
     * Checks all parts.
     *
     * @param defaultCurrency what counts when no currency is given
     * @throws InvalidListing with everything that is wrong
     */
    Listing listing(String defaultCurrency) {
        var broken = new ArrayList<InvalidInput>();
        var checkedTitle = collect(broken, this::checkedTitle);
        var checkedCurrency = collect(broken, () -> checkedCurrency(defaultCurrency));
        var checkedPrice =
                collect(broken, () -> checkedPrice(checkedCurrency == null ? defaultCurrency : checkedCurrency));
        if (!broken.isEmpty()) {
            throw new InvalidListing(broken);
        }
        return new Listing(checkedTitle, checkedPrice);
    }

    private static <T> T collect(List<InvalidInput> broken, Supplier<T> part) {
        try {
            return part.get();
        } catch (InvalidInput e) {
            broken.add(e);
            return null;
        }
    }

    private String checkedTitle() {
        return text(title)
                .map(Title::require)
                .orElseThrow(() -> new InvalidInput("title", "title is required, as text"));
    }

    private String checkedCurrency(String defaultCurrency) {
        if (isAbsent(currency)) {
            return defaultCurrency;
        }
        return Price.requireCurrency(text(currency).orElse(""));
    }

    private Price checkedPrice(String currency) {
        return number(price)
                .map(amount -> Price.of(amount, currency))
                .orElseThrow(() -> new InvalidInput("price", "price is required, as a number such as 20.00"));
    }

    private static Optional<BigDecimal> number(JsonNode node) {
        return node != null && node.isNumber()
                ? Optional.of(node.decimalValue())
                : text(node).flatMap(Amounts::parse);
    }

    private static Optional<String> text(JsonNode node) {
        return node != null && node.isString() ? Optional.of(node.stringValue()) : Optional.empty();
    }

    private static boolean isAbsent(JsonNode node) {
        return node == null || node.isNull();
    }
}
