package dev.ticketing.messaging.wire;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ticketing.process.UnusableSetting;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

class BrokerPasswordCheckTest {

    private static StandardEnvironment environment(String user, String password) {
        var environment = new StandardEnvironment();
        environment
                .getPropertySources()
                .addFirst(new MapPropertySource(
                        "settings",
                        Map.of("ticketing.messaging.user", user, "ticketing.messaging.password", password)));
        return environment;
    }

    @Test
    void userOfTheBrokerNeedsAPassword() {
        assertThatThrownBy(() -> BrokerPasswordCheck.check(environment("orders-service", "")))
                .isInstanceOf(UnusableSetting.class)
                .hasMessageStartingWith("NATS_PASSWORD is not set");
    }

    @Test
    void nothingIsNeededOnOneMachine() {
        assertThatCode(() -> BrokerPasswordCheck.check(environment("", ""))).doesNotThrowAnyException();
        assertThatCode(() -> BrokerPasswordCheck.check(environment("orders-service", "secret")))
                .doesNotThrowAnyException();
    }
}
