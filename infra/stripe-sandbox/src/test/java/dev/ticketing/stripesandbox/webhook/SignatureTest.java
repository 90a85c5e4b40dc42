package dev.ticketing.stripesandbox.webhook;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.stripe.exception.SignatureVerificationException;
import com.stripe.net.Webhook;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SignatureTest {

    @Test
    void validOnePassesStripesOwnCheck() {
        var header = Signature.VALID.of("{}", "whsec", Instant.now());

        assertThatCode(() -> Webhook.Signature.verifyHeader("{}", header, "whsec", 300))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @EnumSource(value = Signature.class, names = "VALID", mode = EnumSource.Mode.EXCLUDE)
    void otherOnesDoNot(Signature signature) {
        var header = signature.of("{}", "whsec", Instant.now());

        assertThatThrownBy(() -> Webhook.Signature.verifyHeader("{}", header, "whsec", 300))
                .isInstanceOf(SignatureVerificationException.class);
    }
}
