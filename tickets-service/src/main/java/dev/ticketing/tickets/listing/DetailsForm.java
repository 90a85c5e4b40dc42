package dev.ticketing.tickets.listing;

import static dev.ticketing.tickets.listing.ListingForm.isGiven;
import static dev.ticketing.tickets.listing.ListingForm.text;

import dev.ticketing.events.StripeCurrency;
import dev.ticketing.events.TicketDetails;
import dev.ticketing.events.TicketDetails.Occasion;
import dev.ticketing.events.TicketDetails.Seat;
import dev.ticketing.tickets.input.InvalidForm;
import dev.ticketing.tickets.input.Text;
import dev.ticketing.web.input.InvalidInput;
import dev.ticketing.web.input.Margin;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The parts of a listing beside its title and price; all are optional.
 *
 * @param before of the listing that is edited
 */
record DetailsForm(ListingForm form, ListingRules rules, Optional<TicketDetails> before) {

    private static final Set<String> ADMISSIONS = Set.of("general", "standing");
    private static final List<String> RESTRICTIONS = List.of(
            "restricted-view",
            "side-view",
            "standing-only",
            "under-18-accompanied",
            "wheelchair",
            "companion",
            "name-on-ticket",
            "concession");
    private static final Seat NO_SEAT = new Seat(null, null, null);
    private static final int LONGEST_SEAT = 20;
    private static final int LONGEST_NOTES = 500;
    /** Notes may have lines. */
    private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{Cs}\\p{Cc}&&[^\\r\\n\\t]]");

    /** @param event its name, which may serve as the title */
    record Checked(Optional<TicketDetails> value, Optional<String> event) {}

    Checked checked(InvalidForm.Checks checks, StripeCurrency currency) {
        var event = part(checks, form.eventId(), TicketDetails::event, this::event);
        var seat = part(checks, form.seat(), TicketDetails::seat, DetailsForm::seat);
        var admission = part(checks, form.admission(), TicketDetails::admission, DetailsForm::admission);
        var faceValue = part(
                checks,
                form.faceValue(),
                TicketDetails::faceValueMinor,
                given -> ListingForm.checkedPrice(given, "faceValue", currency).minor());
        var restrictions = part(checks, form.restrictions(), TicketDetails::restrictions, DetailsForm::restrictions);
        var notes = part(checks, form.notes(), TicketDetails::notes, DetailsForm::notes);
        if (seat.isPresent() && admission.isPresent()) {
            checks.of(() -> {
                throw new InvalidInput("admission", "admission must be absent if there is a seat");
            });
        }
        var details = new TicketDetails(
                event.orElse(null),
                seat.orElse(null),
                admission.orElse(null),
                faceValue.orElse(null),
                restrictions.orElse(List.of()),
                notes.orElse(null));
        return new Checked(
                details.equals(TicketDetails.NONE) ? Optional.empty() : Optional.of(details),
                event.map(Occasion::name));
    }

    /** The given part; the earlier one if it is absent, and nothing if it is {@code null}. */
    private <T> Optional<T> part(
            InvalidForm.Checks checks,
            @Nullable JsonNode given,
            Function<TicketDetails, @Nullable T> earlier,
            Function<JsonNode, T> check) {
        if (given == null) {
            return before.flatMap(details -> Optional.ofNullable(earlier.apply(details)));
        }
        return isGiven(given) ? checks.of(() -> check.apply(given)) : Optional.empty();
    }

    private Occasion event(JsonNode given) {
        var id = text(given).orElseThrow(() -> new InvalidInput("eventId", "eventId must be the id of an event"));
        return before.flatMap(details -> Optional.ofNullable(details.event()))
                .filter(event -> event.id().equals(id))
                .orElseGet(() -> rules.event(id));
    }

    private static Seat seat(JsonNode given) {
        if (!given.isObject()) {
            throw new InvalidInput("seat", "seat must have a section, a row or a number");
        }
        var seat = new Seat(seatPart(given, "section"), seatPart(given, "row"), seatPart(given, "number"));
        if (seat.equals(NO_SEAT)) {
            throw new InvalidInput("seat", "seat must have a section, a row or a number");
        }
        return seat;
    }

    private static @Nullable String seatPart(JsonNode seat, String part) {
        var field = "seat." + part;
        var given = seat.get(part);
        if (!isGiven(given)) {
            return null;
        }
        return text(given)
                .map(text -> Text.require(field, text, LONGEST_SEAT))
                .orElseThrow(() -> new InvalidInput(field, field + " must be text"));
    }

    private static String admission(JsonNode given) {
        return text(given)
                .filter(ADMISSIONS::contains)
                .orElseThrow(() -> new InvalidInput("admission", "admission must be general or standing"));
    }

    private static List<String> restrictions(JsonNode given) {
        var words = given.valueStream()
                .map(word -> word.isString() ? word.stringValue() : "")
                .distinct()
                .toList();
        if (!given.isArray() || given.size() > RESTRICTIONS.size() || !RESTRICTIONS.containsAll(words)) {
            throw new InvalidInput("restrictions", "restrictions must be a list of " + String.join(", ", RESTRICTIONS));
        }
        return words;
    }

    private static String notes(JsonNode given) {
        var notes = Margin.trim(text(given).orElseThrow(() -> new InvalidInput("notes", "notes must be text")));
        if (notes.codePointCount(0, notes.length()) > LONGEST_NOTES) {
            throw new InvalidInput("notes", "notes must have at most " + LONGEST_NOTES + " characters");
        }
        if (UNPRINTABLE.matcher(notes).find()) {
            throw new InvalidInput("notes", "notes must not contain control characters");
        }
        return notes;
    }
}
