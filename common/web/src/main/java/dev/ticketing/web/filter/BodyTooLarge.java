package dev.ticketing.web.filter;

import java.io.IOException;

/** The body of the request is over the limit; found before or while it is read. */
public final class BodyTooLarge extends IOException {

    BodyTooLarge() {
        super("The body is too large.");
    }
}
