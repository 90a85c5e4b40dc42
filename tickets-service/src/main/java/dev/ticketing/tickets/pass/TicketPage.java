package dev.ticketing.tickets.pass;

import dev.ticketing.events.TicketDetails;
import dev.ticketing.events.TicketDetails.Seat;
import dev.ticketing.tickets.file.Barcode;
import dev.ticketing.tickets.file.BarcodePicture;
import dev.ticketing.tickets.ticket.Ticket;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;

/** One page A5 to print: event, seat, code and order. */
final class TicketPage {

    private static final String FONT = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";
    private static final DateTimeFormatter WHEN =
            DateTimeFormatter.ofPattern("EEEE, d MMMM uuuu, HH:mm (VV)", Locale.UK);
    private static final PDRectangle SIZE = PDRectangle.A5;
    private static final float MARGIN = 36;
    private static final float WIDTH = SIZE.getWidth() - 2 * MARGIN;

    private final PDDocument document;
    private final PDPageContentStream content;
    private final PDFont font;
    private float y = SIZE.getHeight() - MARGIN;

    private TicketPage(PDDocument document, PDPageContentStream content, PDFont font) {
        this.document = document;
        this.content = content;
        this.font = font;
    }

    static byte[] of(Ticket ticket, Optional<Barcode> code) {
        try (var document = new PDDocument();
                var glyphs = Objects.requireNonNull(TicketPage.class.getResourceAsStream(FONT))) {
            document.getDocumentInformation().setTitle(ticket.title());
            var page = new PDPage(SIZE);
            document.addPage(page);
            var font = PDType0Font.load(document, glyphs);
            try (var content = new PDPageContentStream(document, page)) {
                new TicketPage(document, content, font).draw(ticket, code);
            }
            var bytes = new ByteArrayOutputStream();
            document.save(bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void draw(Ticket ticket, Optional<Barcode> code) throws IOException {
        var event = ticket.occasion();
        write(event == null ? ticket.title() : event.name(), 20);
        if (event != null) {
            write(when(event.startsAt(), event.timeZone()), 12);
            write(event.venue() + ", " + event.city(), 12);
            if (!ticket.title().equals(event.name())) {
                write(ticket.title(), 12);
            }
        }
        var seat = seat(Objects.requireNonNullElse(ticket.listing().details(), TicketDetails.NONE));
        if (!seat.isEmpty()) {
            write(seat, 14);
        }
        if (code.isPresent()) {
            picture(code.get());
        } else {
            write("The seller has not attached a code. Look at your order for the ticket itself.", 10);
        }
        write("Order " + ticket.orderId() + ", ticket " + ticket.id(), 8);
    }

    private static String when(Instant start, String zone) {
        return WHEN.format(start.atZone(ZoneId.of(zone)));
    }

    private static String seat(TicketDetails details) {
        var seat = Objects.requireNonNullElse(details.seat(), new Seat(null, null, null));
        return Stream.of(
                        part("Section", seat.section()),
                        part("row", seat.row()),
                        part("seat", seat.number()),
                        part("Admission:", details.admission()))
                .flatMap(Optional::stream)
                .collect(Collectors.joining(", "));
    }

    private static Optional<String> part(String name, @org.jspecify.annotations.Nullable String value) {
        return Optional.ofNullable(value).map(given -> name + " " + given);
    }

    private void picture(Barcode code) throws IOException {
        var picture = LosslessFactory.createFromImage(document, BarcodePicture.of(code));
        var width = picture.getHeight() == picture.getWidth() ? WIDTH * 0.7f : WIDTH;
        var height = width * picture.getHeight() / picture.getWidth();
        y -= height + 12;
        content.drawImage(picture, MARGIN, y, width, height);
        write(code.text(), 8);
    }

    /** In lines as wide as the page. */
    private void write(String text, float size) throws IOException {
        for (var line : lines(drawable(text), size)) {
            y -= size * 1.4f;
            content.beginText();
            content.setFont(font, size);
            content.newLineAtOffset(MARGIN, y);
            content.showText(line);
            content.endText();
        }
        y -= size * 0.4f;
    }

    private List<String> lines(String text, float size) throws IOException {
        var lines = new ArrayList<String>();
        var line = new StringBuilder();
        for (var at = 0; at < text.length(); at = text.offsetByCodePoints(at, 1)) {
            var next = Character.toString(text.codePointAt(at));
            if (font.getStringWidth(line + next) / 1000 * size > WIDTH) {
                var space = line.lastIndexOf(" ");
                var rest = space > 0 ? line.substring(space + 1) : "";
                lines.add(space > 0 ? line.substring(0, space) : line.toString());
                line = new StringBuilder(rest);
            }
            line.append(next);
        }
        lines.add(line.toString());
        return lines;
    }

    /** A question mark for a character that the font lacks. */
    private String drawable(String text) {
        return text.codePoints()
                .mapToObj(Character::toString)
                .map(character -> isDrawable(character) ? character : "?")
                .collect(Collectors.joining());
    }

    private boolean isDrawable(String character) {
        try {
            font.encode(character);
            return true;
        } catch (IllegalArgumentException | IOException e) {
            return false;
        }
    }
}
