package dev.ticketing.web.idempotency;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class FingerprintTest {

    private record Body(String text, BigDecimal price) {}

    private final Body body = new Body("a", BigDecimal.ONE);

    @Test
    void equalBodiesHaveOneFingerprint() {
        assertThat(Fingerprint.of(new Body("a", BigDecimal.ONE))).isEqualTo(Fingerprint.of(body));
    }

    @Test
    void everyComponentCounts() {
        assertThat(Fingerprint.of(new Body("b", BigDecimal.ONE))).isNotEqualTo(Fingerprint.of(body));
        assertThat(Fingerprint.of(new Body("a", BigDecimal.TEN))).isNotEqualTo(Fingerprint.of(body));
        assertThat(Fingerprint.of(new Body(null, BigDecimal.ONE))).isNotEqualTo(Fingerprint.of(body));
    }

    @Test
    void textCannotPassForAnotherComponent() {
        assertThat(Fingerprint.of(new Body("a\",\"price\":2,\"text\":\"", null)))
                .isNotEqualTo(Fingerprint.of(new Body("a", BigDecimal.TWO)));
    }

    @Test
    void isASha256() {
        assertThat(Fingerprint.of("body")).matches("[0-9a-f]{64}").isNotEqualTo(Fingerprint.of("other body"));
    }
}
