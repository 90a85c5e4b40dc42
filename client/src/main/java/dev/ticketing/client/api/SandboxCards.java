package dev.ticketing.client.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.ticketing.client.api.http.ApiProblem;
import dev.ticketing.client.api.http.Service;
import dev.ticketing.client.api.http.ServiceAway;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.client.RestClient;
import tools.jackson.databind.json.JsonMapper;

/**
 * Turns a card of the sandbox into a payment method, as Stripe's script would in the browser. It connects only to the
 * sandbox: real card numbers never reach this server.
 */
public final class SandboxCards {

    private static final String KEY = "pk_test_sandbox";

    private final Optional<RestClient> sandbox;
    private final JsonMapper json;

    SandboxCards(Optional<RestClient> sandbox, JsonMapper json) {
        this.sandbox = sandbox;
        this.json = json;
    }

    public boolean isPossible() {
        return sandbox.isPresent();
    }

    /** @return the payment method's id */
    public String token(String number, String month, String year, String cvc) {
        var form = new LinkedMultiValueMap<String, String>();
        form.add("type", "card");
        form.add("card[number]", number);
        form.add("card[exp_month]", month);
        form.add("card[exp_year]", year);
        form.add("card[cvc]", cvc);
        try {
            var method = sandbox.orElseThrow(
                            () -> new ServiceAway(Service.PAYMENTS, "STRIPE_SANDBOX_URL is not set", null))
                    .post()
                    .uri("/v1/payment_methods")
                    .headers(headers -> headers.setBearerAuth(KEY))
                    .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                    .body(form)
                    .retrieve()
                    .onStatus(HttpStatusCode::isError, (request, answer) -> {
                        throw problem(answer);
                    })
                    .body(PaymentMethod.class);
            return Objects.requireNonNull(method).id();
        } catch (ResourceAccessException e) {
            throw new ServiceAway(Service.PAYMENTS, String.valueOf(e.getMessage()), e);
        }
    }

    private record PaymentMethod(String id) {}

    private record ErrorBody(StripeError error) {}

    private record StripeError(
            String code,
            @JsonProperty("decline_code") @Nullable String declineCode,
            String message,
            @Nullable String param) {}

    private ApiProblem problem(ClientHttpResponse answer) throws java.io.IOException {
        var error = json.readValue(answer.getBody(), ErrorBody.class).error();
        return new ApiProblem(
                answer.getStatusCode(),
                "card-declined",
                error.declineCode() == null ? error.code() : error.declineCode(),
                error.message(),
                List.of(new ApiProblem.Error(error.message(), field(error.param()))));
    }

    private static @Nullable String field(@Nullable String param) {
        return switch (param) {
            case null -> null;
            case "number", "card[number]" -> "number";
            case "exp_month", "exp_year", "card[exp_month]", "card[exp_year]" -> "expiry";
            case "cvc", "card[cvc]" -> "cvc";
            default -> null;
        };
    }
}
