package dev.ticketing.client.web.live;

import java.nio.charset.StandardCharsets;

/**
 * What has become of a ticket or an order; only the latest of each matters.
 *
 * @param kind {@code ticket} or {@code order}
 * @param status of a ticket, which everybody may know; {@code null} for an order, whose buyer asks for it
 */
record Change(String kind, String id, long version, String status) {

    static Change ofTicket(String id, long version, String status) {
        return new Change("ticket", id, version, status);
    }

    static Change ofOrder(String id, long version) {
        return new Change("order", id, version, null);
    }

    /** Ids and statuses come from services of ours and hold nothing that JSON would have to escape. */
    String json() {
        var more = status == null ? "" : ",\"status\":\"" + status + "\"";
        return "{\"id\":\"" + id + "\",\"version\":" + version + more + "}";
    }

    /** As a server-sent event, after which a reconnecting browser knows everything up to this place. */
    byte[] event(Place place) {
        return Frames.event(kind, place, json());
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
