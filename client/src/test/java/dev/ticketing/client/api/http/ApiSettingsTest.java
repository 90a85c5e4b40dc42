package dev.ticketing.client.api.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ApiSettingsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://api.stripe.com",
                "https://API.STRIPE.COM/",
                "https://stripe.com",
                "https://api.stripe.com.:443"
            })
    void cardsNeverGoToTheRealStripe(String address) {
        assertThatThrownBy(() -> settings(address)).hasMessageContaining("STRIPE_SANDBOX_URL");
    }

    @Test
    void aSandboxIsFine() {
        assertThat(settings("http://localhost:12111").stripeSandbox()).contains(URI.create("http://localhost:12111"));
    }

    @Test
    void anEmptySettingIsNone() {
        assertThat(settings("").stripeSandbox()).isEmpty();
    }

    private static ApiSettings settings(String sandbox) {
        var any = URI.create("http://localhost");
        return new ApiSettings(any, any, any, any, Optional.of(URI.create(sandbox)));
    }
}
