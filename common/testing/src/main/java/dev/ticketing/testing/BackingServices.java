package dev.ticketing.testing;

import dev.ticketing.testing.backing.Backing;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.event.ContextClosedEvent;

/** Connects an application under test to this JVM's broker, Redis and MongoDB, where it gets a new database. */
final class BackingServices implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    static {
        Awaitility.setDefaultTimeout(Broker.PATIENCE);
    }

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        var backing = Backing.instance();
        var natsUrl = backing.startNats();
        var database = "test-" + UUID.randomUUID();
        TestPropertyValues.of(
                        "spring.mongodb.uri=" + backing.mongodbUri(),
                        "spring.mongodb.database=" + database,
                        "ticketing.messaging.nats-url=" + natsUrl,
                        "ticketing.redis-url=" + backing.redisUrl(),
                        "ticketing.sessions.jwks=" + SigningKey.jwksAddress())
                .applyTo(context);
        var broker = new Broker(natsUrl);
        context.addApplicationListener(event -> {
            if (event instanceof ContextClosedEvent closed && closed.getApplicationContext() == context) {
                broker.close();
            }
        });
        context.getBeanFactory().registerSingleton("broker", broker);
    }
}
