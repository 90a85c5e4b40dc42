package dev.ticketing.client.web.live;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * The new state of a ticket or an order; only the latest one of each matters.
 *
 * @param kind {@code ticket}, {@code order}, or {@code selling} for any ticket of a seller
 * @param status of a ticket, which is public; absent for the others, whose owner fetches it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Change(
        @JsonIgnore String kind,
        String id,
        long version,
        @Nullable String status) {

    static Change ofTicket(String id, long version, String status) {
        return new Change("ticket", id, version, status);
    }

    static Change ofOrder(String id, long version) {
        return new Change("order", id, version, null);
    }

    /** @param version place in the stream of tickets, the only number that grows with every change */
    static Change ofSeller(String userId, long version) {
        return new Change("selling", userId, version, null);
    }

    /** As a server-sent event; its id is the place up to which a reconnecting browser knows everything. */
    byte[] event(Place place) {
        return Frames.event(kind, place, JsonMapper.shared().writeValueAsString(this));
    }

    /** The wire format (HTML Living Standard, 9.2.6). */
    static final class Frames {

        static final byte[] BEAT = "event: beat\ndata:\n\n".getBytes(StandardCharsets.UTF_8);

        private Frames() {}

        static byte[] event(String name, Place place, String data) {
            return ("event: " + name + "\nid: " + place + "\ndata: " + data + "\n\n").getBytes(StandardCharsets.UTF_8);
        }
    }
}
