package dev.ticketing.payments.payment;

import dev.ticketing.payments.order.OrderNotPayable;
import dev.ticketing.payments.payment.Payment.NextAction;
import dev.ticketing.payments.stripe.StripeMode;
import dev.ticketing.payments.stripe.StripeSettings;
import dev.ticketing.payments.stripe.StripeUnavailable;
import dev.ticketing.web.CurrentUser;
import dev.ticketing.web.IdempotencyKey;
import dev.ticketing.web.Paging;
import dev.ticketing.web.Problems;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
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

    /** @param clientSecret and {@code nextActionUrl}: only while the buyer has to prove who he is */
    record PayResult(String id, String orderId, PaymentStatus status, String clientSecret, String nextActionUrl) {}

    @PostMapping
    ResponseEntity<PayResult> pay(CurrentUser user, Optional<IdempotencyKey> key, @Valid @RequestBody Pay body) {
        var orderId = body.orderId().toLowerCase(Locale.ROOT);
        var answer = payments.pay(user.id(), key, orderId, body.token());
        var action = Optional.ofNullable(answer.nextAction());
        var result = new PayResult(
                answer.paymentId(),
                orderId,
                answer.status(),
                action.map(NextAction::clientSecret).orElse(null),
                action.map(NextAction::url).orElse(null));
        return ResponseEntity.created(URI.create("/api/payments/" + result.id()))
                .body(result);
    }

    @GetMapping
    ResponseEntity<List<PaymentView>> list(CurrentUser user, Paging paging) {
        return paging.answer(payments.list(user.id(), paging), PaymentController::view, Payment::id);
    }

    @GetMapping("/{id}")
    PaymentView find(CurrentUser user, @PathVariable String id) {
        return view(payments.find(user.id(), id));
    }

    /** @param publishableKey what the pages make tokens with; none at the sandbox */
    record ConfigView(StripeMode mode, String publishableKey) {}

    @GetMapping("/config")
    ConfigView config() {
        var key = stripe.publishableKey();
        return new ConfigView(stripe.mode(), key == null || key.isBlank() ? null : key);
    }

    /** @param amount in major units */
    record PaymentView(
            String id,
            String orderId,
            PaymentStatus status,
            BigDecimal amount,
            String currency,
            Instant createdAt,
            String stripeId) {}

    private static PaymentView view(Payment payment) {
        return new PaymentView(
                payment.id(),
                payment.orderId(),
                payment.status(),
                amount(payment.amountMinor(), payment.currency()),
                payment.currency(),
                payment.createdAt(),
                payment.stripeId());
    }

    private static BigDecimal amount(long minor, String currency) {
        var digits = Currency.getInstance(currency.toUpperCase(Locale.ROOT)).getDefaultFractionDigits();
        return BigDecimal.valueOf(minor, digits);
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
    ProblemDetail on(PaymentDeclined e) {
        return Problems.of(HttpStatus.PAYMENT_REQUIRED, "card-declined", e.getMessage());
    }

    @ExceptionHandler
    ProblemDetail on(InvalidToken e) {
        return Problems.of(
                HttpStatus.BAD_REQUEST,
                "invalid-token",
                e.getMessage(),
                List.of(new Problems.Error(e.getMessage(), "token")));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> on(StripeUnavailable e) {
        log.warn("stripe: {}", e.getMessage());
        return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
                .header(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS)
                .body(Problems.of(
                        HttpStatus.SERVICE_UNAVAILABLE,
                        "stripe-unavailable",
                        "The payment provider does not answer right now. Your ticket is still held: try again."));
    }
}
