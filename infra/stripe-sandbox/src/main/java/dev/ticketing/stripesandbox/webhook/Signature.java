package dev.ticketing.stripesandbox.webhook;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The {@code Stripe-Signature} header, valid or invalid (docs.stripe.com/webhooks/signature). */
enum Signature {
    VALID {
        @Override
        String of(String payload, String secret, Instant now) {
            return header(payload, secret, now);
        }
    },
    /** Valid, but a second older than Stripe's own libraries tolerate. */
    STALE {
        @Override
        String of(String payload, String secret, Instant now) {
            return header(payload, secret, now.minus(AGE));
        }
    },
    /** Signed with another secret. */
    FORGED {
        @Override
        String of(String payload, String secret, Instant now) {
            return header(payload, "not-" + secret, now);
        }
    },
    /** No header at all. */
    MISSING {
        @Override
        String of(String payload, String secret, Instant now) {
            return "";
        }
    };

    private static final Duration AGE = Duration.ofSeconds(301);

    abstract String of(String payload, String secret, Instant now);

    private static String header(String payload, String secret, Instant at) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            var signed = at.getEpochSecond() + "." + payload;
            var digest = HexFormat.of().formatHex(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)));
            return "t=%d,v1=%s".formatted(at.getEpochSecond(), digest);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
