package dev.ticketing.messaging;

import dev.ticketing.web.idempotency.IdempotencyKey;
import dev.ticketing.web.input.Paging;
import dev.ticketing.web.session.CurrentUser;
import dev.ticketing.web.session.Session;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Routes for everybody, for those with a session, and some that fail. */
@RestController
class WhoAmI {

    record Body(String text) {}

    @GetMapping("/user")
    CurrentUser user(CurrentUser user) {
        return user;
    }

    @GetMapping("/anybody")
    Map<String, Boolean> anybody(Optional<Session> session) {
        return Map.of("signedIn", session.isPresent());
    }

    @PostMapping("/echo")
    Body echo(@RequestBody Body body) {
        return body;
    }

    @GetMapping("/page")
    int page(Paging paging) {
        return paging.limit();
    }

    @PostMapping("/keyed")
    Map<String, Object> keyed(Optional<IdempotencyKey> key, @RequestBody Body body) {
        return Map.of("key", key.map(Record::toString).orElse("none"), "text", body.text());
    }

    @GetMapping("/where")
    String where(HttpServletRequest request) {
        return String.join(
                " ",
                request.getScheme(),
                request.getServerName(),
                "" + request.getServerPort(),
                request.getRemoteAddr(),
                request.getContextPath() + request.getRequestURI());
    }

    record Form(String word) {}

    @GetMapping("/form")
    String form(@ModelAttribute Form form) {
        return "" + form.word();
    }

    @GetMapping("/numbers")
    ResponseEntity<List<Integer>> numbers(Paging paging) {
        return paging.answer(List.of(1, 2, 3), number -> number, String::valueOf);
    }

    @GetMapping("/shared")
    ResponseEntity<String> shared() {
        return ResponseEntity.ok().cacheControl(CacheControl.noCache()).body("the same for all");
    }

    @GetMapping("/bug")
    void bug() {
        throw new IllegalStateException("secret of the inside");
    }

    @GetMapping("/database-away")
    void databaseAway() {
        throw new DataAccessResourceFailureException("mongodb.internal:27017 is away");
    }
}
