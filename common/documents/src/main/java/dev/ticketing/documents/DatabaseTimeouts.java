package dev.ticketing.documents;

import com.mongodb.MongoClientSettings;
import java.util.concurrent.TimeUnit;
import org.springframework.boot.mongodb.autoconfigure.MongoClientSettingsBuilderCustomizer;

/**
 * The time after which a database counts as unavailable. The driver's defaults are 30 seconds for a server that is gone
 * and no limit for one that hangs, longer than any client waits for a response.
 */
final class DatabaseTimeouts implements MongoClientSettingsBuilderCustomizer {

    private static final int TO_FIND_A_SERVER = 3;
    /**
     * The driver's monitor uses it too: a server whose responses take longer counts as unavailable for all requests.
     */
    private static final int TO_CONNECT = 5;

    /** Longer than any of our operations takes on a slow server. The driver retries a failed read once. */
    private static final int TO_READ_AN_ANSWER = 6;

    private static final int TO_GET_A_CONNECTION = 5;

    /**
     * The interval of the driver's health checks. With the default of ten seconds, connections to a restarted server
     * stay in the pool for that long, and the first write on such a connection fails: it cannot be retried without a
     * replica set.
     */
    private static final int BETWEEN_LOOKS = 3;

    @Override
    public void customize(MongoClientSettings.Builder client) {
        client.applyToClusterSettings(cluster -> cluster.serverSelectionTimeout(TO_FIND_A_SERVER, TimeUnit.SECONDS))
                .applyToServerSettings(server -> server.heartbeatFrequency(BETWEEN_LOOKS, TimeUnit.SECONDS))
                .applyToSocketSettings(socket -> socket.connectTimeout(TO_CONNECT, TimeUnit.SECONDS)
                        .readTimeout(TO_READ_AN_ANSWER, TimeUnit.SECONDS))
                .applyToConnectionPoolSettings(pool -> pool.maxWaitTime(TO_GET_A_CONNECTION, TimeUnit.SECONDS));
    }
}
