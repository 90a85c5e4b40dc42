package dev.ticketing.documents;

import com.mongodb.MongoException;
import com.mongodb.client.MongoClient;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.bson.Document;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.config.BeanPostProcessor;

/**
 * Waits at startup until MongoDB responds and accepts this service's user, as we wait for NATS. Exiting instead would
 * trigger ever slower restarts.
 */
final class MongoAwaited implements BeanPostProcessor {

    private static final Logger log = LoggerFactory.getLogger(MongoAwaited.class);
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private volatile boolean stopping;

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        if (bean instanceof MongoClient client) {
            await(client);
        }
        return bean;
    }

    private void await(MongoClient client) {
        // a shutdown waits for the end of the startup
        var stop = new Thread(() -> stopping = true);
        Runtime.getRuntime().addShutdownHook(stop);
        while (!answers(client)) {
            if (stopping) {
                throw new IllegalStateException("stopped while it waited for MongoDB");
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
        if (!stopping) {
            Runtime.getRuntime().removeShutdownHook(stop);
        }
    }

    private static boolean answers(MongoClient client) {
        try {
            client.getDatabase("admin").runCommand(new Document("ping", 1));
            return true;
        } catch (MongoException e) {
            log.info("waits for MongoDB: {}", e.getMessage());
            return false;
        }
    }
}
