package dev.ticketing.client.web.live;

import dev.ticketing.web.limits.ClientNetwork;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Counts the streams of each client at this instance; clients above the limit poll instead (ADR 0029). */
@Component
class StreamsPerClient {

    private final int most;
    private final ConcurrentHashMap<ClientNetwork, Integer> open = new ConcurrentHashMap<>();

    StreamsPerClient(@Value("${ticketing.live.streams-per-client}") int most) {
        this.most = most;
    }

    /** @return whether the client may open another one; then call {@link #give} later */
    boolean take(ClientNetwork client) {
        var taken = new boolean[1];
        open.compute(client, (key, streams) -> {
            var before = streams == null ? 0 : streams;
            taken[0] = before < most;
            return taken[0] ? Integer.valueOf(before + 1) : streams;
        });
        return taken[0];
    }

    void give(ClientNetwork client) {
        open.computeIfPresent(client, (key, streams) -> streams == 1 ? null : streams - 1);
    }

    int most() {
        return most;
    }
}
