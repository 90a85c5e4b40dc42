package dev.ticketing.documents;

import com.mongodb.MongoClientSettings;
import java.util.concurrent.TimeUnit;
import org.springframework.boot.mongodb.autoconfigure.MongoClientSettingsBuilderCustomizer;

/**
 * How long a database may keep us waiting before it counts as away. The driver's own patience is half a minute for a server
 * that is gone and without end for one that hangs: whoever waits for an answer has long left by then.
 */
final class DatabaseTimeouts implements MongoClientSettingsBuilderCustomizer {

    private static final int TO_FIND_A_SERVER = 3;
    /** The driver's monitor reads with it, too: a server whose answers take longer counts as gone, for everybody. */
    private static final int TO_CONNECT = 5;

    /** Longer than any of our operations takes on a slow server. The driver repeats what it could not read once. */
    private static final int TO_READ_AN_ANSWER = 6;

    private static final int TO_GET_A_CONNECTION = 5;

    /**
     * How often the driver's monitor looks whether the server lives. The driver's own ten seconds are how long connections to
     * a server that has been restarted stay in the pool, and the first write on such a connection fails: it cannot be repeated
     * without a replica set.
     */
    private static final int BETWEEN_LOOKS = 1;

    @Override
    public void customize(MongoClientSettings.Builder client) {
        client.applyToClusterSettings(cluster -> cluster.serverSelectionTimeout(TO_FIND_A_SERVER, TimeUnit.SECONDS))
                .applyToServerSettings(server -> server.heartbeatFrequency(BETWEEN_LOOKS, TimeUnit.SECONDS))
                .applyToSocketSettings(socket -> socket.connectTimeout(TO_CONNECT, TimeUnit.SECONDS)
                        .readTimeout(TO_READ_AN_ANSWER, TimeUnit.SECONDS))
                .applyToConnectionPoolSettings(pool -> pool.maxWaitTime(TO_GET_A_CONNECTION, TimeUnit.SECONDS));
    }
}
