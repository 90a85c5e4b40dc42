package dev.ticketing.web;

/** The wiring that services with documents and endpoints have. */
public final class WebDoor {

    private WebDoor() {}

    public static Class<?> withDocuments() {
        return WebAutoConfiguration.WithDocuments.class;
    }
}
