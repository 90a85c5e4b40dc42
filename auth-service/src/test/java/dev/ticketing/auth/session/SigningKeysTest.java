package dev.ticketing.auth.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jsonwebtoken.security.Jwks;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SigningKeysTest {

    @Test
    void theFirstSignsAndAllArePublished() {
        var before = JwtKeys.ed25519();
        var after = JwtKeys.ed25519();
        var old = new SigningKeys(before);

        var rotated = new SigningKeys(after + before);

        assertThat(rotated.currentId()).isEqualTo(new SigningKeys(after).currentId());
        assertThat(rotated.published()).extracting(Jwks::json).containsExactly(json(after), json(before));
        assertThat(rotated.find(old.currentId())).isEqualTo(old.find(old.currentId()));
    }

    private static String json(String pem) {
        return Jwks.json(new SigningKeys(pem).published().getFirst());
    }

    /** The key and its thumbprint of RFC 8037, appendix A. */
    @Test
    void theIdOfAKeyIsItsThumbprint() {
        var keys = new SigningKeys(JwtKeys.ed25519("nWGxne_9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A"));

        assertThat(keys.currentId()).isEqualTo("kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k");
        assertThat(Jwks.json(keys.published().getFirst()))
                .contains("\"kty\":\"OKP\"", "\"crv\":\"Ed25519\"", "\"use\":\"sig\"")
                .contains("\"x\":\"11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo\"")
                .contains("\"kid\":\"kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k\"")
                .doesNotContain("\"d\"");
    }

    @Test
    void anUnknownIdHasNoKey() {
        assertThat(new SigningKeys(JwtKeys.ed25519()).find("x")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  \n"})
    void isMissing(String pem) {
        assertThatThrownBy(() -> new SigningKeys(pem))
                .isInstanceOf(UnusableJwtKey.class)
                .hasMessage("JWT_KEY is missing (expected: an Ed25519 private key in PKCS#8 PEM,"
                        + " e.g. openssl genpkey -algorithm ed25519)");
    }

    @ParameterizedTest
    @CsvSource({
        "secret-of-old, not PEM",
        "-----BEGIN PRIVATE KEY-----x-----END PRIVATE KEY-----, unreadable",
        "-----BEGIN PUBLIC KEY-----MCowBQYDK2VwAyEA-----END PUBLIC KEY-----, unreadable"
    })
    void isUnusableAndNotQuoted(String pem, String defect) {
        assertThatThrownBy(() -> new SigningKeys(pem))
                .isInstanceOf(UnusableJwtKey.class)
                .hasMessageStartingWith("JWT_KEY is " + defect + " (expected")
                .hasMessageNotContaining(pem);
    }

    @ParameterizedTest
    @ValueSource(strings = {"RSA", "EC", "Ed448", "X25519"})
    void isOfAnotherAlgorithm(String algorithm) {
        assertThatThrownBy(() -> new SigningKeys(JwtKeys.pem(algorithm)))
                .isInstanceOf(UnusableJwtKey.class)
                .hasMessageStartingWith("JWT_KEY is of the algorithm ");
    }

    @Test
    void oneUnusableAmongMoreIsNotPassedOver() {
        assertThatThrownBy(() -> new SigningKeys(JwtKeys.ed25519() + JwtKeys.pem("EC")))
                .isInstanceOf(UnusableJwtKey.class);
    }
}
