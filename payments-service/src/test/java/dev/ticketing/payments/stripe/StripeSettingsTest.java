package dev.ticketing.payments.stripe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StripeSettingsTest {

    private static final String STRIPE = "https://api.stripe.com";
    private static final String SANDBOX = "http://localhost:12111";

    @ParameterizedTest
    @CsvSource({
        "sk_test_1, https://api.stripe.com, TEST",
        "sk_test_1, https://api.stripe.com/, TEST",
        "sk_live_1, https://api.stripe.com, LIVE",
        "rk_live_1, https://API.stripe.com, LIVE",
        "sk_test_1, http://localhost:12111, SANDBOX",
        "sk_test_1, https://api.stripe.com.example.com, SANDBOX",
        "sk_test_1, http://api.stripe.com, SANDBOX",
    })
    void modeTellsWhoseMoneyMoves(String key, String base, StripeMode mode) {
        assertThat(settings(key, base, "").mode()).isEqualTo(mode);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " "})
    void missingKeyIsNamed(String key) {
        assertThatThrownBy(() -> settings(key, STRIPE, "")).hasMessageStartingWith("STRIPE_KEY is not set");
    }

    @Test
    void missingWebhookSecretIsNamed() {
        assertThatThrownBy(() -> new StripeSettings(
                        "sk_test_1", "", "", URI.create(STRIPE), "", Duration.ofSeconds(1), Duration.ofSeconds(1)))
                .hasMessageStartingWith("STRIPE_WEBHOOK_SECRET is not set");
    }

    @ParameterizedTest
    @ValueSource(strings = {"sk_live_1", "rk_live_1"})
    void liveKeyIsForStripeAlone(String key) {
        assertThatThrownBy(() -> settings(key, SANDBOX, ""))
                .isInstanceOf(StripeMisconfigured.class)
                .hasMessageContaining(SANDBOX)
                .hasMessageNotContaining(key);
    }

    @ParameterizedTest
    @CsvSource({
        "sk_test_1, http://localhost:12111",
        "sk_live_1, http://localhost:12111",
        "sk_test_1, https://api.stripe.com",
    })
    void productionIsRefusedWithAnythingButALiveKeyAtStripe(String key, String base) {
        assertThatThrownBy(() -> settings(key, base, "Production ")).isInstanceOf(StripeMisconfigured.class);
    }

    @Test
    void productionWithALiveKeyAtStripeStarts() {
        assertThat(settings("sk_live_1", STRIPE, "production").mode()).isEqualTo(StripeMode.LIVE);
    }

    @Test
    void secretsAreNotShown() {
        assertThat(settings("sk_test_1", STRIPE, "").toString()).doesNotContain("sk_test_1", "whsec_1");
    }

    private static StripeSettings settings(String key, String base, String environment) {
        return new StripeSettings(
                key, "", "whsec_1", URI.create(base), environment, Duration.ofSeconds(1), Duration.ofSeconds(1));
    }
}
