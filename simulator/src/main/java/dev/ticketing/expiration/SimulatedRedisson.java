package dev.ticketing.expiration;

import dev.ticketing.simulator.world.DriverProxies;
import dev.ticketing.simulator.world.Redis;
import java.util.Map;
import org.redisson.api.RBucket;
import org.redisson.api.RScoredSortedSet;
import org.redisson.api.RScript;
import org.redisson.api.RedissonClient;
import org.redisson.client.RedisException;

/** A client of the simulated Redis. */
public final class SimulatedRedisson {

    private SimulatedRedisson() {}

    public static RedissonClient client() {
        var set = DriverProxies.of(RScoredSortedSet.class, SimulatedRedisson::set);
        var script = DriverProxies.of(RScript.class, SimulatedRedisson::script);
        return DriverProxies.of(RedissonClient.class, (method, arguments) -> switch (method) {
            case "getScoredSortedSet" -> set;
            case "getScript" -> script;
            case "getBucket" -> bucket((String) arguments[0]);
            case "shutdown" -> null;
            default -> throw DriverProxies.unknown(RedissonClient.class, method);
        });
    }

    private static Object set(String method, Object[] arguments) {
        return orAway(() -> {
            var redis = Redis.current();
            switch (method) {
                case "add" -> redis.add((String) arguments[1], (double) arguments[0]);
                case "addAll" -> redis.addAll(scores(arguments[0]));
                case "remove" -> {
                    return redis.remove((String) arguments[0]);
                }
                case "firstScore" -> {
                    return redis.firstScore();
                }
                default -> throw DriverProxies.unknown(RScoredSortedSet.class, method);
            }
            return method.equals("add") ? true : 0;
        });
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Double> scores(Object members) {
        return (Map<String, Double>) members;
    }

    /** Supports two: the id of the server process, and claiming due timers. */
    private static Object script(String method, Object[] arguments) {
        var text = (String) arguments[1];
        if (text.contains("info")) {
            return Redis.current().run();
        }
        if (!text.contains("zrangebyscore")) {
            throw new AssertionError(text);
        }
        var values = (Object[]) arguments[4];
        var later = text.contains("zadd") ? number(values[1]) : null;
        return orAway(() ->
                Redis.current().due(number(values[0]), later, number(values[2]).intValue()));
    }

    private static Double number(Object value) {
        return Double.valueOf((String) value);
    }

    private static RBucket<?> bucket(String name) {
        return DriverProxies.of(RBucket.class, (method, arguments) -> switch (method) {
            case "get" -> Redis.current().text(name);
            case "set" ->
                orAway(() -> {
                    Redis.current().text(name, (String) arguments[0]);
                    return null;
                });
            default -> throw DriverProxies.unknown(RBucket.class, method);
        });
    }

    private static Object orAway(java.util.function.Supplier<Object> work) {
        try {
            return work.get();
        } catch (Redis.Away e) {
            throw new RedisException(e.getMessage());
        }
    }
}
