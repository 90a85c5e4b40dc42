package dev.ticketing.local.demo;

import java.math.BigDecimal;

/** The input of a seller in the form. */
record DemoTicket(String title, BigDecimal price) {

    String json() {
        return "{\"title\":\"%s\",\"price\":%s}".formatted(title.replace("\"", "\\\""), price.toPlainString());
    }
}
