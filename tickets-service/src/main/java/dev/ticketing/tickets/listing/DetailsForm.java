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
    private static final int LONGEST_SEAT = 20;
    private static final int LONGEST_NOTES = 500;
    /** Notes may have lines. */
    private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{Cs}\\p{Cc}&&[^\\r\\n\\t]]");

    /** @param event its name, which may serve as the title */
    record Checked(Optional<TicketDetails> value, Optional<String> event) {}

    Checked checked(InvalidForm.Checks checks, StripeCurrency currency) {
        var event = checks.of(() -> part(form.eventId(), TicketDetails::event, this::event))
                .flatMap(it -> it);
        var seat = checks.of(() -> part(form.seat(), TicketDetails::seat, this::seat))
                .flatMap(it -> it);
        var admission = checks.of(() -> part(form.admission(), TicketDetails::admission, this::admission))
                .flatMap(it -> it);
        var faceValue = checks.of(() -> part(
                        form.faceValue(),
                        TicketDetails::faceValueMinor,
                        given -> ListingForm.checkedPrice(given, "faceValue", currency)
                                .minor()))
                .flatMap(it -> it);
        var restrictions = checks.of(
                        () -> part(form.restrictions(), TicketDetails::restrictions, DetailsForm::restrictions))
                .flatMap(it -> it)
                .orElse(List.of());
        var notes = checks.of(() -> part(form.notes(), TicketDetails::notes, this::notes))
                .flatMap(it -> it);
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
                restrictions,
                notes.orElse(null));
        var isEmpty = details.equals(new TicketDetails(null, null, null, null, List.of(), null));
        return new Checked(isEmpty ? Optional.empty() : Optional.of(details), event.map(Occasion::name));
    }

    /** What is given; else what was there before; {@code null} removes it. */
    private <T> Optional<T> part(
            @Nullable JsonNode given, Function<TicketDetails, @Nullable T> earlier, Function<JsonNode, T> check) {
        if (given == null) {
            return before.flatMap(details -> Optional.ofNullable(earlier.apply(details)));
        }
        return isGiven(given) ? Optional.of(check.apply(given)) : Optional.empty();
    }

    private Occasion event(JsonNode given) {
        var id = text(given).orElseThrow(() -> new InvalidInput("eventId", "eventId must be the id of an event"));
        return before.flatMap(details -> Optional.ofNullable(details.event()))
                .filter(event -> event.id().equals(id))
                .orElseGet(() -> rules.event(id));
    }

    private Seat seat(JsonNode given) {
        if (!given.isObject()) {
            throw new InvalidInput("seat", "seat must have a section, a row or a number");
        }
        var seat = new Seat(seatPart(given, "section"), seatPart(given, "row"), seatPart(given, "number"));
        if (seat.equals(new Seat(null, null, null))) {
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

    private String admission(JsonNode given) {
        return text(given)
                .filter(ADMISSIONS::contains)
                .orElseThrow(() -> new InvalidInput("admission", "admission must be general or standing"));
    }

    private static List<String> restrictions(JsonNode given) {
        var words = given.valueStream().map(JsonNode::asString).distinct().toList();
        if (!given.isArray() || given.size() > RESTRICTIONS.size() || !RESTRICTIONS.containsAll(words)) {
            throw new InvalidInput("restrictions", "restrictions must be a list of " + String.join(", ", RESTRICTIONS));
        }
        return words;
    }

    private String notes(JsonNode given) {
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
