package dev.ticketing.stripesandbox.paymentmethod;

import dev.ticketing.stripesandbox.api.Expandable;
import dev.ticketing.stripesandbox.api.Params;
import dev.ticketing.stripesandbox.api.Views;
import org.springframework.context.annotation.Bean;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** PaymentMethods, tokens and ConfirmationTokens. */
@RestController
@RequestMapping("/v1")
class PaymentMethodController {

    private final PaymentMethods methods;
    private final Tokens tokens;
    private final ConfirmationTokens confirmationTokens;
    private final Views views;

    PaymentMethodController(PaymentMethods methods, Tokens tokens, ConfirmationTokens confirmationTokens, Views views) {
        this.methods = methods;
        this.tokens = tokens;
        this.confirmationTokens = confirmationTokens;
        this.views = views;
    }

    @Bean
    static Expandable expandablePaymentMethod() {
        return new Expandable("pm_", PaymentMethod.class);
    }

    @PostMapping("/payment_methods")
    JsonNode createMethod(Params params) {
        return views.of(methods.create(params), params);
    }

    @GetMapping("/payment_methods/{id}")
    JsonNode method(@PathVariable String id, Params params) {
        return views.of(methods.require(id, "payment_method"), params);
    }

    @PostMapping("/tokens")
    JsonNode createToken(Params params) {
        return views.of(tokens.create(params), params);
    }

    @GetMapping("/tokens/{id}")
    JsonNode token(@PathVariable String id, Params params) {
        return views.of(tokens.require(id, "token"), params);
    }

    @PostMapping("/test_helpers/confirmation_tokens")
    JsonNode createConfirmationToken(Params params) {
        return views.of(confirmationTokens.create(params), params);
    }

    @GetMapping("/confirmation_tokens/{id}")
    JsonNode confirmationToken(@PathVariable String id, Params params) {
        return views.of(confirmationTokens.require(id), params);
    }
}
