package dev.ticketing.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.MongoClients;
import org.junit.jupiter.api.Test;
import org.springframework.mock.env.MockEnvironment;

class MongoAwaitedTest {

    @Test
    void passwordThatIsReferredToAndNotSetIsNamed() {
        var environment = new MockEnvironment()
                .withProperty("spring.mongodb.uri", "mongodb://orders:${MONGODB_PASSWORD}@localhost/orders");

        try (var client = MongoClients.create("mongodb://localhost:1")) {
            assertThatThrownBy(() -> new MongoAwaited(environment).postProcessAfterInitialization(client, "mongo"))
                    .satisfies(failure -> assertThat(new MissingSetting.PlaceholderAnalyzer()
                                    .analyze(failure)
                                    .getDescription())
                            .startsWith("MONGODB_PASSWORD is not set"));
        }
    }

    @Test
    void onlyTheClientIsAskedForMongoDb() {
        var other = new Object();

        assertThat(new MongoAwaited(new MockEnvironment()).postProcessAfterInitialization(other, "other"))
                .isSameAs(other);
    }
}
