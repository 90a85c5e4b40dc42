package dev.ticketing.stripesandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class StripeSandboxApplicationTest {

    @Test
    void refusesProductionHoweverItIsSpelled() {
        assertThat(StripeSandboxApplication.refusal("production"))
                .hasValueSatisfying(line -> assertThat(line).contains("TICKETING_ENVIRONMENT is production"));
        assertThat(StripeSandboxApplication.refusal(" Prod ")).isPresent();
    }

    @Test
    void startsAnywhereElse() {
        assertThat(StripeSandboxApplication.refusal(null)).isEmpty();
        assertThat(StripeSandboxApplication.refusal("staging")).isEmpty();
    }

    @Test
    void endpointNeedsASecret() {
        assertThatThrownBy(() -> new SandboxSettings.Webhook("http://payments/webhook", ""))
                .hasMessageContaining("STRIPE_WEBHOOK_SECRET is empty");
    }
}
