package dev.ticketing.tickets.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.ticketing.tickets.file.Barcode;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContentKeysTest {

    private static final String OLD = key(1);
    private static final String NEW = key(2);
    private static final byte[] CONTENT = "A1B2".getBytes(StandardCharsets.UTF_8);

    @Test
    void olderKeyOpensWhatItSealed() {
        var sealed = keys("1:" + OLD).seal("t1", CONTENT);

        assertThat(keys("2:" + NEW + ", 1:" + OLD).open("t1", sealed)).isEqualTo(CONTENT);
        assertThatIllegalStateException()
                .isThrownBy(() -> keys("2:" + NEW).open("t1", sealed))
                .withMessageContaining("t1");
    }

    @Test
    void contentIsBoundToItsTicketAndSealedDifferentlyEachTime() {
        var keys = keys("1:" + OLD);

        assertThat(keys.seal("t1", CONTENT)).isNotEqualTo(keys.seal("t1", CONTENT));
        assertThatIllegalStateException().isThrownBy(() -> keys.open("t2", keys.seal("t1", CONTENT)));
    }

    @Test
    void fingerprintIsOfTheCodeAndTheEvent() {
        var keys = keys("1:" + OLD);
        var code = Barcode.of("qr", "A1B2");

        assertThat(keys.fingerprint(code, "e1"))
                .isEqualTo(keys("2:" + NEW).fingerprint(code, "e1"))
                .isEqualTo(keys.fingerprint(Barcode.of("aztec", "A1B2"), "e1"))
                .isNotEqualTo(keys.fingerprint(code, "e2"))
                .isNotEqualTo(keys.fingerprint(Barcode.of("qr", "A1B3"), "e1"));
    }

    @ParameterizedTest
    @CsvSource({
        "'', CONTENT_KEYS is missing",
        "x, CONTENT_KEYS has a key without a number",
        "0:x, CONTENT_KEYS has a key without a number",
        "1:c2hvcnQ=, CONTENT_KEYS has a key that is not Base64 of 32 bytes",
        "1:?, CONTENT_KEYS has a key that is not Base64 of 32 bytes",
    })
    void unusableKeysAreNamedWithoutTheirValue(String keys, String start) {
        assertThatExceptionOfType(UnusableContentKeys.class)
                .isThrownBy(() -> keys(keys))
                .withMessageStartingWith(start + " (expected: CONTENT_KEYS=1:KEY");
    }

    private static ContentKeys keys(String keys) {
        return new ContentKeys(new ContentSettings(keys, key(9), null));
    }

    private static String key(int seed) {
        var bytes = new byte[32];
        bytes[0] = (byte) seed;
        return Base64.getEncoder().encodeToString(bytes);
    }
}
