package dev.ticketing.tickets.content;

import dev.ticketing.tickets.file.Barcode;
import dev.ticketing.tickets.file.BarcodePicture;
import dev.ticketing.tickets.file.TicketFile;
import dev.ticketing.tickets.ticket.Ticket;
import dev.ticketing.tickets.ticket.TicketContent;
import dev.ticketing.tickets.ticket.TicketNotForSale;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Service;

/** Seals contents, and opens them for those who may see them. */
@Service
public class ContentService {

    private final TicketContents tickets;
    private final SealedContents contents;
    private final ContentKeys keys;
    private final Clock clock;

    ContentService(TicketContents tickets, SealedContents contents, ContentSettings settings, Clock clock) {
        this.tickets = tickets;
        this.contents = contents;
        this.keys = new ContentKeys(settings);
        this.clock = clock;
    }

    /**
     * What a reader gets.
     *
     * @param name of the file that a browser stores
     */
    record Opened(MediaType type, byte[] bytes, String name) {}

    /** @throws dev.ticketing.tickets.ticket.NotYourTicket before the file is read */
    void requireOwn(String userId, String ticketId) {
        tickets.own(userId, ticketId);
    }

    TicketContent attach(String userId, String ticketId, TicketFile file) {
        return attach(userId, ticketId, file.type(), file.bytes(), file.code());
    }

    TicketContent attach(String userId, String ticketId, Barcode code) {
        return attach(userId, ticketId, null, null, Optional.of(code));
    }

    /** The sealed document comes first; the ticket then refers to it, in a write that checks everything. */
    private TicketContent attach(
            String userId, String ticketId, @Nullable MediaType type, byte @Nullable [] file, Optional<Barcode> code) {
        var ticket = tickets.own(userId, ticketId);
        var sealed = contents.save(SealedContent.of(
                ticketId,
                type,
                file == null ? null : keys.seal(ticketId, file),
                code.map(found -> keys.seal(ticketId, text(found))).orElse(null),
                clock.instant()));
        var attached = new TicketContent(sealed.id(), fingerprint(ticket, code), sealed.createdAt(), null);
        try {
            replace(attachWithCode(userId, ticketId, attached));
        } catch (TicketNotForSale | TicketListedAlready e) {
            contents.deleteById(sealed.id());
            throw e;
        }
        return attached;
    }

    private @Nullable String fingerprint(Ticket ticket, Optional<Barcode> code) {
        var occasion = ticket.occasion();
        return code.map(found -> keys.fingerprint(found, occasion == null ? "" : occasion.id()))
                .orElse(null);
    }

    private Optional<TicketContent> attachWithCode(String userId, String ticketId, TicketContent attached) {
        try {
            return tickets.attach(userId, ticketId, attached);
        } catch (DuplicateKeyException e) {
            if (!tickets.passOn(userId, Objects.requireNonNull(attached.code()))) {
                throw new TicketListedAlready();
            }
        }
        try {
            return tickets.attach(userId, ticketId, attached);
        } catch (DuplicateKeyException e) {
            throw new TicketListedAlready();
        }
    }

    private void replace(Optional<TicketContent> before) {
        before.ifPresent(content -> contents.deleteById(content.id()));
    }

    void remove(String userId, String ticketId) {
        replace(tickets.remove(userId, ticketId));
    }

    /**
     * @param asCode a picture of the code instead of the file
     * @param isRead whether the reader gets it, and not only its head
     */
    Opened open(String userId, String ticketId, boolean asCode, boolean isRead) {
        var ticket = tickets.readable(userId, ticketId);
        var sealed = sealed(ticket);
        var opened = sealed.file() != null && !asCode ? file(sealed) : code(sealed);
        if (isRead && ticket.isBoughtBy(userId)) {
            tickets.deliver(ticketId);
        }
        return opened;
    }

    private SealedContent sealed(Ticket ticket) {
        return contents.findById(Objects.requireNonNull(ticket.content()).id())
                .orElseThrow(() -> new ContentNotFound(ticket.id()));
    }

    /** The code of a bought ticket, for a document that its buyer opens; empty if it has none yet. */
    public Optional<Barcode> codeFor(String buyerId, Ticket ticket) {
        if (!ticket.isBoughtBy(buyerId) || ticket.codeFingerprint() == null) {
            return Optional.empty();
        }
        var code = codeOf(sealed(ticket));
        tickets.deliver(ticket.id());
        return code;
    }

    private Opened file(SealedContent sealed) {
        var type = MediaType.parseMediaType(Objects.requireNonNull(sealed.type()));
        var file = keys.open(sealed.ticketId(), Objects.requireNonNull(sealed.file()));
        return new Opened(type, file, "ticket-" + sealed.ticketId() + "." + type.getSubtype());
    }

    private Opened code(SealedContent sealed) {
        var code = codeOf(sealed).orElseThrow(() -> new ContentNotFound(sealed.ticketId()));
        return new Opened(MediaType.IMAGE_PNG, BarcodePicture.png(code), "ticket-" + sealed.ticketId() + ".png");
    }

    private Optional<Barcode> codeOf(SealedContent sealed) {
        return Optional.ofNullable(sealed.code()).map(code -> barcode(keys.open(sealed.ticketId(), code)));
    }

    private static byte[] text(Barcode code) {
        return (code.format() + ":" + code.text()).getBytes(StandardCharsets.UTF_8);
    }

    private static Barcode barcode(byte[] text) {
        var parts = new String(text, StandardCharsets.UTF_8).split(":", 2);
        return new Barcode(Barcode.Format.named(parts[0]).orElseThrow(), parts[1]);
    }
}
