package dev.ticketing.client.api;

/** A service does not answer, or cannot do its work right now; nothing was changed that the caller knows of. */
public final class ServiceAway extends RuntimeException {

    private final Service service;

    ServiceAway(Service service, String why, Throwable cause) {
        super("the " + service + " service is away: " + why, cause);
        this.service = service;
    }

    public Service service() {
        return service;
    }
}
