package dev.ticketing.local.demo;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * The input of a seller in the form.
 *
 * @param event index of its event; empty for a ticket without one
 * @param place the parts of the listing that describe it, as JSON members
 * @param code that the seller attaches
 */
record DemoTicket(
        Optional<Integer> event,
        String place,
        BigDecimal price,
        String currency,
        BigDecimal faceValue,
        Optional<String> code) {

    /** @param eventId of its event, if it has one */
    String json(String eventId) {
        return "{%s,%s,\"price\":%s,\"faceValue\":%s,\"currency\":\"%s\"}"
                .formatted(
                        event.isPresent() ? "\"eventId\":\"" + eventId + "\"" : "\"title\":\"Voucher for any evening\"",
                        place,
                        price.toPlainString(),
                        faceValue.toPlainString(),
                        currency);
    }
}
