package dev.ticketing.local.demo;

import java.math.BigDecimal;

/** What a seller would type into the form. */
record DemoTicket(String title, BigDecimal price) {

    String json() {
        return "{\"title\":\"%s\",\"price\":%s}".formatted(title.replace("\"", "\\\""), price.toPlainString());
    }
}
