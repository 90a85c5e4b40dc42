package dev.ticketing.client.api.http;

import org.jspecify.annotations.Nullable;

/** A service does not respond, or cannot do its work at the moment; the caller knows of no change. */
public final class ServiceAway extends RuntimeException {

    private final Service service;

    public ServiceAway(Service service, String why, @Nullable Throwable cause) {
        super("the " + service + " service is away: " + why, cause);
        this.service = service;
    }

    public Service service() {
        return service;
    }
}
