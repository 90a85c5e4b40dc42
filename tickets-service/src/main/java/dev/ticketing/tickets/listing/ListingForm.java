package dev.ticketing.tickets.listing;

import dev.ticketing.events.StripeCurrency;
import dev.ticketing.tickets.input.InvalidForm;
import dev.ticketing.tickets.input.Text;
import dev.ticketing.tickets.ticket.Listing;
import dev.ticketing.tickets.ticket.Price;
import dev.ticketing.web.input.Currencies;
import dev.ticketing.web.input.InvalidInput;
import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The unchecked data of a listing: each part may be any JSON value. When a listing is edited, an absent part other than
 * the title and the price stays as it was, and {@code null} removes it.
 */
public record ListingForm(
        @Nullable JsonNode title,
        @Nullable JsonNode price,
        @Nullable JsonNode currency,
        @Nullable JsonNode eventId,
        @Nullable JsonNode seat,
        @Nullable JsonNode admission,
        @Nullable JsonNode faceValue,
        @Nullable JsonNode restrictions,
        @Nullable JsonNode notes) {

    /**
     * Checks all parts.
     *
     * @param before the listing that is edited; its currency may no longer be supported
     * @throws InvalidForm with every violation
     */
    public Listing listing(ListingRules rules, Optional<Listing> before) {
        var checks = new InvalidForm.Checks("ticket", "title", "currency", "price");
        var own = before.map(listing -> listing.price().currency())
                .orElse(rules.currencies().first().code());
        var checkedCurrency = checks.of(() -> checkedCurrency(rules.currencies(), own));
        var checkedPrice = checks.of(() -> checkedPrice(
                price, "price", checkedCurrency.orElse(rules.currencies().first())));
        var details = new DetailsForm(this, rules, before.flatMap(listing -> Optional.ofNullable(listing.details())))
                .checked(checks, checkedCurrency.orElse(rules.currencies().first()));
        var checkedTitle = checks.of(() -> checkedTitle(details.event()));
        checks.requireNone();
        checks.of(() -> rules.caps().require(checkedPrice.get(), details.value().orElse(null)));
        checks.requireNone();
        return new Listing(
                checkedTitle.get(), checkedPrice.get(), details.value().orElse(null));
    }

    /** Without a title, a ticket has the name of its event. */
    private String checkedTitle(Optional<String> event) {
        return Text.require(
                "title", isGiven(title) ? text(title).orElse(null) : event.orElse(null), Text.LONGEST_TITLE);
    }

    private StripeCurrency checkedCurrency(Currencies currencies, String ownCurrency) {
        var found =
                !isGiven(currency) || text(currency).filter(ownCurrency::equals).isPresent()
                        ? StripeCurrency.of(ownCurrency)
                        : text(currency).flatMap(currencies::find);
        return found.orElseThrow(() -> new InvalidInput("currency", "currency must be one of " + codes(currencies)));
    }

    public static String codes(Currencies currencies) {
        return String.join(
                ", ", currencies.all().stream().map(StripeCurrency::code).toList());
    }

    static Price checkedPrice(@Nullable JsonNode given, String field, StripeCurrency currency) {
        return number(given)
                .map(amount -> Price.of(field, amount, currency))
                .orElseThrow(() -> new InvalidInput(field, field + " is required, as a number such as 20.00"));
    }

    static boolean isGiven(@Nullable JsonNode node) {
        return node != null && !node.isNull();
    }

    private static Optional<BigDecimal> number(@Nullable JsonNode node) {
        return node != null && node.isNumber()
                ? Optional.of(node.decimalValue())
                : text(node).flatMap(Amounts::parse);
    }

    static Optional<String> text(@Nullable JsonNode node) {
        return node != null && node.isString() ? Optional.of(node.stringValue()) : Optional.empty();
    }
}
