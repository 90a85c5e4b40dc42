package dev.ticketing.client.api.selling;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The input of a seller; only the service checks it. */
public record Draft(
        @Nullable String title,
        @Nullable String price,
        @Nullable String currency,
        @Nullable String eventId,
        @Nullable String section,
        @Nullable String row,
        @Nullable String number,
        @Nullable String admission,
        @Nullable String faceValue,
        @Nullable List<String> restrictions,
        @Nullable String notes) {

    public static Draft of(@Nullable String title, @Nullable String price, @Nullable String currency) {
        return new Draft(title, price, currency, null, null, null, null, null, null, null, null);
    }

    public Draft with(@Nullable String newPrice, @Nullable String newFaceValue) {
        return new Draft(
                title, newPrice, currency, eventId, section, row, number, admission, newFaceValue, restrictions, notes);
    }

    public Draft withEvent(@Nullable String id) {
        return new Draft(title, price, currency, id, section, row, number, admission, faceValue, restrictions, notes);
    }

    public boolean hasRestriction(String word) {
        return restrictions != null && restrictions.contains(word);
    }

    /** What an edit may change. */
    public Map<String, @Nullable Object> offer() {
        var offer = new LinkedHashMap<String, @Nullable Object>();
        offer.put("title", title);
        offer.put("price", price);
        offer.put("currency", currency);
        return offer;
    }

    /** Without what the seller has left empty. With an event, the title may be, too. */
    public Map<String, @Nullable Object> listing() {
        var listing = offer();
        if (isGiven(eventId) && !isGiven(title)) {
            listing.remove("title");
        }
        add(listing, "eventId", eventId);
        add(listing, "admission", admission);
        add(listing, "faceValue", faceValue);
        add(listing, "notes", notes);
        if (restrictions != null && !restrictions.isEmpty()) {
            listing.put("restrictions", restrictions);
        }
        if (Stream.of(section, row, number).anyMatch(Draft::isGiven)) {
            var seat = new LinkedHashMap<String, @Nullable Object>();
            add(seat, "section", section);
            add(seat, "row", row);
            add(seat, "number", number);
            listing.put("seat", seat);
        }
        return listing;
    }

    private static void add(Map<String, @Nullable Object> listing, String name, @Nullable String value) {
        if (isGiven(value)) {
            listing.put(name, Objects.requireNonNull(value));
        }
    }

    private static boolean isGiven(@Nullable String value) {
        return value != null && !value.isBlank();
    }
}
