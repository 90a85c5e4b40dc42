package dev.ticketing.tickets.listing;

import dev.ticketing.events.StripeCurrency;
import dev.ticketing.tickets.ticket.Listing;
import dev.ticketing.tickets.ticket.Price;
import dev.ticketing.web.input.Currencies;
import dev.ticketing.web.input.InvalidInput;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The unchecked data of a listing: each part may be any JSON value. */
public record ListingForm(
        @Nullable JsonNode title,
        @Nullable JsonNode price,
        @Nullable JsonNode currency) {

    /** Checks the parts of a new listing: {@link #listing(Currencies, String)}. */
    public Listing listing(Currencies currencies) {
        return listing(currencies, currencies.first().code());
    }

    /**
     * Checks all parts.
     *
     * @param ownCurrency the currency if none is given; that of an old listing may no longer be supported
     * @throws InvalidListing with every violation
     */
    public Listing listing(Currencies currencies, String ownCurrency) {
        var broken = new ArrayList<InvalidInput>();
        var checkedTitle = collect(broken, this::checkedTitle);
        var checkedCurrency = collect(broken, () -> checkedCurrency(currencies, ownCurrency));
        var checkedPrice =
                collect(broken, () -> checkedPrice(checkedCurrency == null ? currencies.first() : checkedCurrency));
        if (!broken.isEmpty()) {
            throw new InvalidListing(broken);
        }
        return new Listing(Objects.requireNonNull(checkedTitle), Objects.requireNonNull(checkedPrice));
    }

    private static <T> @Nullable T collect(List<InvalidInput> broken, Supplier<T> part) {
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

    private StripeCurrency checkedCurrency(Currencies currencies, String ownCurrency) {
        var found = currency == null || currency.isNull() || isText(ownCurrency)
                ? StripeCurrency.of(ownCurrency)
                : text(currency).flatMap(currencies::find);
        return found.orElseThrow(() -> new InvalidInput("currency", "currency must be one of " + codes(currencies)));
    }

    private boolean isText(String code) {
        return text(currency).filter(code::equals).isPresent();
    }

    public static String codes(Currencies currencies) {
        return String.join(
                ", ", currencies.all().stream().map(StripeCurrency::code).toList());
    }

    private Price checkedPrice(StripeCurrency currency) {
        return number(price)
                .map(amount -> Price.of(amount, currency))
                .orElseThrow(() -> new InvalidInput("price", "price is required, as a number such as 20.00"));
    }

    private static Optional<BigDecimal> number(@Nullable JsonNode node) {
        return node != null && node.isNumber()
                ? Optional.of(node.decimalValue())
                : text(node).flatMap(Amounts::parse);
    }

    private static Optional<String> text(@Nullable JsonNode node) {
        return node != null && node.isString() ? Optional.of(node.stringValue()) : Optional.empty();
    }
}
