package dev.ticketing.web;

/** Another site made the browser send this. */
public final class CrossSiteRequest extends RuntimeException {

    CrossSiteRequest() {
        super("This request came from another site.");
    }
}
