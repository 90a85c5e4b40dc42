package dev.ticketing.client.web.ticket;

import dev.ticketing.client.api.TicketsApi;
import dev.ticketing.client.api.http.ApiProblem;
import dev.ticketing.client.api.selling.ContentApi;
import dev.ticketing.client.web.form.FormErrors;
import dev.ticketing.client.web.form.ProblemTexts;
import dev.ticketing.client.web.navigation.Done;
import dev.ticketing.web.session.CurrentUser;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Controller;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** {@code /tickets/:id/content}: a seller attaches the ticket itself. */
@Controller
@RequestMapping("/tickets/{id:[0-9a-fA-F]{24}}/content")
class ContentController {

    private static final List<String> FORMATS = List.of("qr", "aztec", "pdf417", "code128", "ean13");
    private static final Set<String> FIELDS = Set.of("file", "barcode.text", "barcode.format");

    private final TicketsApi tickets;
    private final ContentApi contents;
    private final ProblemTexts texts;

    ContentController(TicketsApi tickets, ContentApi contents, ProblemTexts texts) {
        this.tickets = tickets;
        this.contents = contents;
        this.texts = texts;
    }

    @GetMapping
    ModelAndView show(CurrentUser user, @PathVariable String id) {
        return page(user, id, FormErrors.NONE, HttpStatus.OK);
    }

    @PostMapping(params = "text")
    ModelAndView attachCode(
            CurrentUser user,
            @PathVariable String id,
            @RequestParam(defaultValue = "qr") String format,
            @RequestParam String text,
            HttpServletRequest request,
            HttpServletResponse response) {
        return changing(user, id, () -> {
            contents.attachCode(id, format, text);
            Done.CONTENT_ATTACHED.note(request, response);
        });
    }

    @PostMapping(params = "remove")
    ModelAndView remove(
            CurrentUser user, @PathVariable String id, HttpServletRequest request, HttpServletResponse response) {
        return changing(user, id, () -> {
            contents.remove(id);
            Done.CONTENT_REMOVED.note(request, response);
        });
    }

    @PostMapping(consumes = "multipart/form-data")
    ModelAndView attachFile(
            CurrentUser user, @PathVariable String id, HttpServletRequest request, HttpServletResponse response) {
        requireSeller(user, id);
        var file = file(request);
        return file.length == 0
                ? page(user, id, texts.error("content.file.missing"), HttpStatus.BAD_REQUEST)
                : changing(user, id, () -> {
                    contents.attachFile(id, file);
                    Done.CONTENT_ATTACHED.note(request, response);
                });
    }

    private static byte[] file(HttpServletRequest request) {
        try {
            var part = request.getPart("file");
            if (part == null) {
                return new byte[0];
            }
            try (var content = part.getInputStream()) {
                return content.readAllBytes();
            }
        } catch (ServletException | IOException | RuntimeException e) { // malformed or too large
            return new byte[0];
        }
    }

    private ModelAndView changing(CurrentUser user, String id, Runnable change) {
        try {
            change.run();
            return new ModelAndView("redirect:/tickets/" + id + "/content");
        } catch (ApiProblem e) {
            if (!Set.of(400, 409, 429).contains(e.status().value())) {
                throw e;
            }
            return page(user, id, texts.errors(e, FIELDS), e.status());
        }
    }

    private ModelAndView page(CurrentUser user, String id, FormErrors errors, HttpStatusCode status) {
        requireSeller(user, id);
        return new ModelAndView("ticket/content", status)
                .addObject("ticket", tickets.find(id))
                .addObject("content", contents.find(id).orElse(null))
                .addObject("formats", FORMATS)
                .addObject("errors", errors);
    }

    private void requireSeller(CurrentUser user, String id) {
        if (!user.id().equals(tickets.find(id).userId())) {
            throw new ErrorResponseException(HttpStatus.FORBIDDEN);
        }
    }
}
