package dev.ticketing.payments.webhook;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient;

/** Signs and sends as Stripe documents it (docs.stripe.com/webhooks/signature), independently of its library. */
final class Signatures {

    private Signatures() {}

    static String header(String payload, String secret, Instant at) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            var signed = at.getEpochSecond() + "." + payload;
            var digest = mac.doFinal(signed.getBytes(StandardCharsets.UTF_8));
            return "t=" + at.getEpochSecond() + ",v1=" + HexFormat.of().formatHex(digest);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static String eventId(String event) {
        return event.replaceAll("(?s)^\\{\"id\":\"(evt_[^\"]+)\".*", "$1");
    }

    /** Answers the status. */
    static int send(RestTestClient http, String event, String signature) {
        return http.post()
                .uri("/api/payments/webhook")
                .contentType(MediaType.APPLICATION_JSON)
                .header("Stripe-Signature", signature)
                .body(event)
                .exchange()
                .returnResult()
                .getStatus()
                .value();
    }
}
