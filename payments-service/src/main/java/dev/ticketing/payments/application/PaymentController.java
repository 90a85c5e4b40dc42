package dev.ticketing.payments.application;

import dev.ticketing.events.StripeCurrency;
import dev.ticketing.payments.order.OrderNotPayable;
import dev.ticketing.payments.payment.Outcome.ActionRequired;
import dev.ticketing.payments.payment.Outcome.Paid;
import dev.ticketing.payments.payment.Outcome.Refused;
import dev.ticketing.payments.payment.Payment;
import dev.ticketing.payments.payment.PaymentNotFound;
import dev.ticketing.payments.payment.PaymentStatus;
import dev.ticketing.payments.stripe.StripeMode;
import dev.ticketing.payments.stripe.StripeSettings;
import dev.ticketing.payments.stripe.StripeUnavailable;
import dev.ticketing.web.idempotency.IdempotencyKey;
import dev.ticketing.web.input.Paging;
import dev.ticketing.web.problem.Problems;
import dev.ticketing.web.session.CurrentUser;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/payments}: a buyer's own payments. */
@RestController
@RequestMapping("/api/payments")
class PaymentController {

    private static final Logger log = LoggerFactory.getLogger(PaymentController.class);
    private static final String RETRY_AFTER_SECONDS = "2";

    private final PaymentService payments;
    private final StripeSettings stripe;

    PaymentController(PaymentService payments, StripeSettings stripe) {
        this.payments = payments;
        this.stripe = stripe;
    }

    record Pay(
            @NotNull(message = "orderId is required")
            @Pattern(regexp = "[0-9a-fA-F]{24}", message = "orderId must be 24 hex digits")
            String orderId,

            @NotBlank(message = "token is required")
            @Size(max = 255, message = "token must have at most 255 characters")
            String token) {}

    /** @param clientSecret and {@code nextActionUrl}: only until the buyer has authenticated */
    record PayResult(
            String id,
            String orderId,
            PaymentStatus status,
            @Nullable String clientSecret,
            @Nullable String nextActionUrl) {}

    @PostMapping
    ResponseEntity<Object> pay(CurrentUser user, Optional<IdempotencyKey> key, @Valid @RequestBody Pay body) {
        var orderId = body.orderId().toLowerCase(Locale.ROOT);
        var request = key.map(given -> given.of(user.id(), body));
        return switch (payments.pay(user.id(), request, orderId, body.token())) {
            case Paid(var id, var status) -> created(new PayResult(id, orderId, status, null, null));
            case ActionRequired(var id, var secret, var url) ->
                created(new PayResult(id, orderId, PaymentStatus.REQUIRES_ACTION, secret, url));
            case Refused refused -> problem(refused);
        };
    }

    private static ResponseEntity<Object> created(PayResult result) {
        return ResponseEntity.created(URI.create("/api/payments/" + result.id()))
                .body(result);
    }

    private static ResponseEntity<Object> problem(Refused refused) {
        var problem = refused.isInvalidToken() ? invalidToken(refused.message()) : declined(refused);
        return ResponseEntity.status(problem.getStatus()).body(problem);
    }

    private static ProblemDetail invalidToken(String message) {
        var error = new Problems.Error(message, "token");
        return Problems.of(HttpStatus.BAD_REQUEST, "invalid-token", message, List.of(error));
    }

    private static ProblemDetail declined(Refused refused) {
        var problem = Problems.of(HttpStatus.PAYMENT_REQUIRED, "card-declined", refused.message());
        Optional.ofNullable(refused.declineCode()).ifPresent(code -> problem.setProperty("declineCode", code));
        return problem;
    }

    @GetMapping
    ResponseEntity<List<PaymentView>> list(CurrentUser user, Paging paging) {
        return paging.answer(payments.list(user.id(), paging), PaymentController::view, Payment::id);
    }

    @GetMapping("/{id}")
    PaymentView find(CurrentUser user, @PathVariable String id) {
        return view(payments.find(user.id(), id));
    }

    /** @param publishableKey Stripe's key for creating tokens in the browser; none at the sandbox */
    record ConfigView(StripeMode mode, @Nullable String publishableKey) {}

    @GetMapping("/config")
    ConfigView config() {
        var key = stripe.publishableKey();
        return new ConfigView(stripe.mode(), key == null || key.isBlank() ? null : key);
    }

    /**
     * @param amount in major units
     * @param declineCode Stripe's reason for declining the latest attempt; absent if it was not declined, or if the
     *     reason is unknown
     */
    record PaymentView(
            String id,
            String orderId,
            PaymentStatus status,
            BigDecimal amount,
            String currency,
            Instant createdAt,
            @Nullable String stripeId,
            @Nullable String declineCode) {}

    private static PaymentView view(Payment payment) {
        return new PaymentView(
                payment.id(),
                payment.orderId(),
                payment.status(),
                StripeCurrency.major(payment.amountMinor(), payment.currency()),
                payment.currency(),
                payment.createdAt(),
                payment.stripeId().orElse(null),
                payment.attempts().refusal().map(Refused::declineCode).orElse(null));
    }

    @ExceptionHandler
    ProblemDetail on(OrderNotFound e) {
        return Problems.of(HttpStatus.NOT_FOUND, "order-not-found", e.getMessage());
    }

    @ExceptionHandler
    ProblemDetail on(PaymentNotFound e) {
        return Problems.of(HttpStatus.NOT_FOUND, "payment-not-found", e.getMessage());
    }

    @ExceptionHandler
    ProblemDetail on(OrderNotPayable e) {
        return Problems.of(HttpStatus.CONFLICT, "order-not-payable", e.getMessage());
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> on(StripeUnavailable e) {
        log.warn("stripe: {}", e.getMessage());
        return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
                .header(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS)
                .body(Problems.of(
                        HttpStatus.SERVICE_UNAVAILABLE,
                        "stripe-unavailable",
                        "The payment provider is not responding. Your ticket is still reserved. Try again."));
    }
}
