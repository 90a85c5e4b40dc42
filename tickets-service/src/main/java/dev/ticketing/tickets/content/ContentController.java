package dev.ticketing.tickets.content;

import dev.ticketing.tickets.ticket.TicketContent;
import dev.ticketing.web.session.CurrentUser;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/tickets/:id/content}: a seller attaches it, its buyer opens it. */
@RestController
@RequestMapping("/api/tickets/{id}/content")
class ContentController {

    private final ContentService contents;
    private final FileReader files;

    ContentController(ContentService contents, FileReader files) {
        this.contents = contents;
        this.files = files;
    }

    /** @param hasCode whether the code of the ticket is known, so that no other listing can have it */
    record ContentView(boolean hasCode, Instant attachedAt) {

        static ContentView of(TicketContent content) {
            return new ContentView(content.code() != null, content.attachedAt());
        }
    }

    @PutMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    ContentView attachCode(CurrentUser user, @PathVariable String id, @RequestBody BarcodeForm body) {
        return ContentView.of(contents.attach(user.id(), id, body.checked()));
    }

    /** The request is read only for the seller. */
    @PutMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    ContentView attachFile(CurrentUser user, @PathVariable String id, HttpServletRequest request) {
        contents.requireOwn(user.id(), id);
        return ContentView.of(contents.attach(user.id(), id, files.read(user.id(), request)));
    }

    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(CurrentUser user, @PathVariable String id) {
        contents.remove(user.id(), id);
    }

    /**
     * A browser shows pictures and stores documents, and runs nothing of either.
     *
     * @param as {@code code} for a picture of the code instead of the file
     */
    @GetMapping
    ResponseEntity<byte[]> open(
            CurrentUser user,
            @PathVariable String id,
            @RequestParam(defaultValue = "") String as,
            HttpServletRequest request) {
        var opened = contents.open(
                user.id(), id, as.equals("code"), request.getMethod().equals("GET"));
        var shown =
                opened.type().getType().equals("image") ? ContentDisposition.inline() : ContentDisposition.attachment();
        return ResponseEntity.ok()
                .contentType(opened.type())
                .cacheControl(CacheControl.noStore())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        shown.filename(opened.name()).build().toString())
                .header("Content-Security-Policy", "sandbox; default-src 'none'; frame-ancestors 'none'")
                .body(opened.bytes());
    }
}
