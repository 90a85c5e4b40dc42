package dev.ticketing.payments.stripe;

import com.stripe.exception.ApiConnectionException;
import com.stripe.net.HttpURLConnectionClient;
import com.stripe.net.StripeRequest;
import com.stripe.net.StripeResponse;
import com.stripe.net.StripeResponseStream;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.nio.charset.StandardCharsets;

/** Reads no more of a response than Stripe ever sends, and follows no redirect. */
final class BoundedHttpClient extends HttpURLConnectionClient {

    /** A page of a hundred PaymentIntents has some 300 KB. */
    static final int LONGEST_ANSWER = 4 * 1024 * 1024;

    BoundedHttpClient() {
        // applies to all connections of this process; the SDK offers no setting for one connection
        HttpURLConnection.setFollowRedirects(false);
    }

    @Override
    public StripeResponse request(StripeRequest request) throws ApiConnectionException {
        var response = opened(request);
        try (var body = response.body()) {
            var answer = body.readNBytes(LONGEST_ANSWER + 1);
            if (answer.length > LONGEST_ANSWER) {
                throw new ApiConnectionException("the answer is longer than " + LONGEST_ANSWER + " bytes");
            }
            return new StripeResponse(response.code(), response.headers(), new String(answer, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new ApiConnectionException("the answer has broken off: " + e.getMessage(), e);
        }
    }

    /** The SDK cannot represent an error or a redirect without a body. */
    private StripeResponseStream opened(StripeRequest request) throws ApiConnectionException {
        try {
            return requestStream(request);
        } catch (NullPointerException e) {
            throw new ApiConnectionException("the answer has no body", e);
        }
    }
}
