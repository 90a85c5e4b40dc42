package dev.ticketing.client.api.selling;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
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

    private static final Set<String> REQUIRED = Set.of("title", "price", "currency");

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

    public Draft withNumber(@Nullable String other) {
        return new Draft(
                title, price, currency, eventId, section, row, other, admission, faceValue, restrictions, notes);
    }

    public boolean hasRestriction(String word) {
        return restrictions != null && restrictions.contains(word);
    }

    public Draft withDetailsOf(Draft other) {
        return new Draft(
                title,
                price,
                currency,
                eventId,
                section,
                row,
                number,
                admission,
                faceValue,
                other.restrictions,
                other.notes);
    }

    /** All that an edit may change: what the seller has emptied is removed. */
    public Map<String, @Nullable Object> change() {
        var change = new LinkedHashMap<String, @Nullable Object>();
        change.put("title", title);
        change.put("price", price);
        change.put("currency", currency);
        change.put("seat", seat());
        change.put("admission", orNull(admission));
        change.put("faceValue", orNull(faceValue));
        change.put("restrictions", restrictions == null || restrictions.isEmpty() ? null : restrictions);
        change.put("notes", orNull(notes));
        return change;
    }

    /** Without what the seller has left empty. With an event, the title may be, too. */
    public Map<String, @Nullable Object> listing() {
        var listing = change();
        listing.put("eventId", orNull(eventId));
        var mayLackTitle = orNull(eventId) != null && orNull(title) == null;
        listing.entrySet()
                .removeIf(part -> !REQUIRED.contains(part.getKey()) && part.getValue() == null
                        || mayLackTitle && part.getKey().equals("title"));
        return listing;
    }

    private @Nullable Map<String, String> seat() {
        var seat = new LinkedHashMap<String, String>();
        add(seat, "section", section);
        add(seat, "row", row);
        add(seat, "number", number);
        return seat.isEmpty() ? null : seat;
    }

    private static void add(Map<String, String> seat, String name, @Nullable String value) {
        if (orNull(value) != null) {
            seat.put(name, value);
        }
    }

    private static @Nullable String orNull(@Nullable String value) {
        return value == null || value.isBlank() ? null : value;
    }
}
