package dev.ticketing.stripesandbox.paymentintent;

import static org.springframework.web.util.HtmlUtils.htmlEscape;

import dev.ticketing.stripesandbox.api.Params;
import dev.ticketing.stripesandbox.api.StripeError;
import dev.ticketing.stripesandbox.page.Amount;
import dev.ticketing.stripesandbox.page.Html;
import dev.ticketing.stripesandbox.store.Store;
import java.net.URI;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.UriComponentsBuilder;

/** Stands in for the bank's page: a person completes or fails the authentication, or a test posts the outcome. */
@RestController
@RequestMapping(value = "/3ds/{id}", produces = MediaType.TEXT_HTML_VALUE)
class ThreeDSecurePage {

    private final Store store;
    private final PaymentIntentService intents;
    private final Confirmation confirmation;

    ThreeDSecurePage(Store store, PaymentIntentService intents, Confirmation confirmation) {
        this.store = store;
        this.intents = intents;
        this.confirmation = confirmation;
    }

    @GetMapping
    String show(@PathVariable String id, Params params) {
        var intent = intents.require(id, params);
        if (intent.status() != Status.REQUIRES_ACTION) {
            return done(intent);
        }
        return Html.page("3-D Secure", """
                <p>Your bank asks: do you want to pay <strong>%s</strong>?</p>
                <p>%s</p>
                <form method="post">
                <button name="outcome" value="complete">Complete authentication</button>
                <button name="outcome" value="fail">Fail authentication</button>
                </form>
                """.formatted(
                        Amount.of(intent.amount(), intent.currency()),
                        htmlEscape(intent.description() == null ? "" : intent.description())));
    }

    @PostMapping
    ResponseEntity<String> decide(@PathVariable String id, @RequestParam String outcome, Params params) {
        var succeeds = succeeds(outcome);
        var returnUrl = new AtomicReference<String>();
        var intent = store.inTransaction(() -> {
            var found = intents.require(id, params);
            returnUrl.set(found.returnUrl());
            return confirmation.authenticated(found, succeeds);
        });
        if (returnUrl.get() == null) {
            return ResponseEntity.ok(done(intent));
        }
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(back(returnUrl.get(), intent))
                .build();
    }

    @ExceptionHandler
    ResponseEntity<String> on(StripeError error) {
        return ResponseEntity.status(error.status())
                .body(Html.page("3-D Secure", "<p>" + htmlEscape(error.getMessage()) + "</p>"));
    }

    private static boolean succeeds(String outcome) {
        return switch (outcome) {
            case "complete" -> true;
            case "fail" -> false;
            default ->
                throw StripeError.invalid("Invalid outcome: " + outcome + " (expected: complete or fail)", "outcome");
        };
    }

    private static String done(PaymentIntent intent) {
        return Html.page(
                "3-D Secure",
                "<p>Nothing to do here: the payment is <strong>%s</strong>. You can close this page.</p>"
                        .formatted(intent.status().code()));
    }

    private static URI back(String returnUrl, PaymentIntent intent) {
        var paid = intent.status() == Status.SUCCEEDED || intent.status() == Status.REQUIRES_CAPTURE;
        return UriComponentsBuilder.fromUriString(returnUrl)
                .queryParam("payment_intent", intent.id())
                .queryParam("payment_intent_client_secret", intent.clientSecret())
                .queryParam("redirect_status", paid ? "succeeded" : "failed")
                .build(true)
                .toUri();
    }
}
