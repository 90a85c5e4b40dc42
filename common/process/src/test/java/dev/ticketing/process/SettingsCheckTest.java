package dev.ticketing.process;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.env.OriginTrackedMapPropertySource;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

class SettingsCheckTest {

    private static StandardEnvironment environment(Map<String, Object> variables) {
        var environment = new StandardEnvironment();
        environment.getPropertySources().addFirst(new MapPropertySource("variables", variables));
        environment
                .getPropertySources()
                .addLast(new OriginTrackedMapPropertySource(
                        "application.yaml", Map.of("spring.mongodb.uri", "${MONGODB_URI:mongodb://localhost}")));
        return environment;
    }

    @Test
    void passwordThatIsReferredToAndNotSetIsNamed() {
        var environment = environment(Map.of("MONGODB_URI", "mongodb://orders:${MONGODB_PASSWORD}@localhost/orders"));

        assertThatThrownBy(() -> SettingsCheck.check(environment))
                .isInstanceOf(UnusableSetting.class)
                .hasMessageStartingWith("MONGODB_PASSWORD is not set");
    }

    @Test
    void nothingIsNeededOnOneMachine() {
        assertThatCode(() -> SettingsCheck.check(environment(Map.of()))).doesNotThrowAnyException();
    }
}
