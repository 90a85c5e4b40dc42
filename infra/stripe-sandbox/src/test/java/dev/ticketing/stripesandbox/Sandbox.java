package dev.ticketing.stripesandbox;

import static com.stripe.param.PaymentIntentCreateParams.AutomaticPaymentMethods.AllowRedirects.NEVER;
import static com.stripe.param.PaymentIntentCreateParams.CaptureMethod.MANUAL;

import com.stripe.StripeClient;
import com.stripe.exception.StripeException;
import com.stripe.model.PaymentIntent;
import com.stripe.param.PaymentIntentCreateParams;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A running sandbox from a test's view: through stripe-java, plain HTTP and its control routes. */
public record Sandbox(String base) {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    public static Sandbox at(int port) {
        return new Sandbox("http://localhost:" + port);
    }

    /** Like {@link #at}, without any data. */
    public static Sandbox emptyAt(int port) {
        var sandbox = at(port);
        sandbox.control("/_sandbox/reset", "");
        return sandbox;
    }

    public StripeClient stripe() {
        return StripeClient.builder()
                .setApiKey("sk_test_ticketing")
                .setApiBase(base)
                .setMaxNetworkRetries(0)
                .build();
    }

    public StripeClient retryingStripe() {
        return StripeClient.builder()
                .setApiKey("sk_test_ticketing")
                .setApiBase(base)
                .setMaxNetworkRetries(2)
                .build();
    }

    public PaymentIntent authorize(String paymentMethod) throws StripeException {
        var params = payment(paymentMethod).setCaptureMethod(MANUAL).build();
        return stripe().v1().paymentIntents().create(params);
    }

    public PaymentIntent pay(String paymentMethod) throws StripeException {
        return stripe().v1().paymentIntents().create(payment(paymentMethod).build());
    }

    public static PaymentIntentCreateParams.Builder payment(String paymentMethod) {
        return intent().setConfirm(true).setPaymentMethod(paymentMethod);
    }

    /** 19.99 USD, no redirects. */
    public static PaymentIntentCreateParams.Builder intent() {
        return PaymentIntentCreateParams.builder()
                .setAmount(1999L)
                .setCurrency("usd")
                .setAutomaticPaymentMethods(PaymentIntentCreateParams.AutomaticPaymentMethods.builder()
                        .setEnabled(true)
                        .setAllowRedirects(NEVER)
                        .build());
    }

    /** A form-encoded call with the test key; alternating names and values of headers. */
    public HttpResponse<String> post(String path, String form, String... headers) {
        return call(
                request(path)
                        .header("Authorization", "Bearer sk_test_ticketing")
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(form)),
                headers);
    }

    public HttpResponse<String> get(String path, String... headers) {
        return call(request(path).GET(), headers);
    }

    public JsonNode control(String path, String json) {
        var request = request(path).header("Content-Type", "application/json").POST(BodyPublishers.ofString(json));
        return json(call(request));
    }

    public JsonNode ledger() {
        return json(get("/_sandbox/ledger"));
    }

    public static JsonNode json(HttpResponse<String> response) {
        return JsonMapper.shared().readTree(response.body());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(base + path));
    }

    private static HttpResponse<String> call(HttpRequest.Builder request, String... headers) {
        for (var i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        try {
            return HTTP.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
