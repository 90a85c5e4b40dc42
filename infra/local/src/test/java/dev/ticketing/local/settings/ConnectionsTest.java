package dev.ticketing.local.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ticketing.local.backing.BackingServices;
import dev.ticketing.suite.CannotStart;
import dev.ticketing.suite.Port;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ConnectionsTest {

    private static Connections connections(Map<String, String> environment) {
        return new Connections(options(environment));
    }

    private static SuiteOptions options(Map<String, String> environment) {
        return new SuiteOptions(Path.of("/home"), Path.of("/home/.local"), environment, Map.of(), 1, false, false);
    }

    @Test
    void everythingIsLocalByDefault() {
        var connections = connections(Map.of("NATS_PORT", "5222"));

        assertThat(connections.mongodbUri()).isEqualTo("mongodb://localhost:27017");
        assertThat(connections.natsUrl()).isEqualTo("nats://localhost:5222");
        assertThat(connections.redisUrl()).isEqualTo("redis://localhost:6379");
        assertThat(connections.stripeApiBase()).isEqualTo("http://localhost:12111");
    }

    @Test
    void environmentReplacesWhatItNames() {
        var options = options(Map.of("MONGODB_URI", "mongodb://db:1", "REDIS_URL", ""));
        var services = new BackingServices(options, new Connections(options));

        assertThat(services.ports()).containsExactly(Port.NATS, Port.REDIS);
        assertThat(services.given()).containsExactly("MongoDB from the environment (MONGODB_URI)");
    }

    @Test
    void sandboxNeverSeesRealKey() {
        assertThat(connections(Map.of("STRIPE_KEY", "sk_live_1")).stripeKey()).isEqualTo("sk_test_sandbox");
    }

    @Test
    void realStripeNeedsKey() {
        var environment = new HashMap<>(Map.of("STRIPE_API_BASE", "https://api.stripe.com"));
        assertThatThrownBy(() -> connections(environment))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("STRIPE_API_BASE=https://api.stripe.com needs STRIPE_KEY");

        environment.put("STRIPE_KEY", "sk_test_1");
        assertThat(connections(environment).stripeKey()).isEqualTo("sk_test_1");
    }
}
