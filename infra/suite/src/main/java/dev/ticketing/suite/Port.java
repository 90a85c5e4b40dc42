package dev.ticketing.suite;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The port of a part of the suite on localhost.
 *
 * @param owner the name of the process that listens there
 * @param variable of the environment that moves it
 */
public record Port(String owner, String variable, int usual) {

    public static final Port FRONT_DOOR = new Port("front-door", "TICKETING_PORT", 8080);
    public static final Port NATS = new Port("nats", "NATS_PORT", 4222);
    public static final Port MONGODB = new Port("mongodb", "MONGODB_PORT", 27017);
    public static final Port REDIS = new Port("redis", "REDIS_PORT", 6379);

    private static final int HIGHEST = 65535;

    public static Port of(String service) {
        return Service.named(service).port();
    }

    public static List<Port> all() {
        return Stream.of(
                        Stream.of(FRONT_DOOR),
                        Service.all().stream().map(Service::port),
                        Stream.of(NATS, MONGODB, REDIS))
                .flatMap(ports -> ports)
                .toList();
    }

    public int in(Map<String, String> environment) {
        var value = environment.get(variable);
        if (value == null || value.isBlank()) {
            return usual;
        }
        if (!value.matches("\\d{1,5}") || Integer.parseInt(value) < 1 || Integer.parseInt(value) > HIGHEST) {
            throw new CannotStart("%s=%s is not a port (expected: 1 to %d)".formatted(variable, value, HIGHEST));
        }
        return Integer.parseInt(value);
    }
}
