package dev.ticketing.expiration;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.redisson.api.RScoredSortedSet;
import org.redisson.api.RScript;
import org.redisson.api.RScript.Mode;
import org.redisson.api.RScript.ReturnType;
import org.redisson.api.RedissonClient;
import org.redisson.client.codec.StringCodec;
import org.springframework.stereotype.Component;

/**
 * The deadlines of orders: a sorted set in Redis, shared by all instances. An instance claims a due timer by moving it
 * ahead by a lease, and removes it once it is published. A timer whose instance failed is thus due again after the
 * lease. Every method throws a {@code RedisException} while Redis is down.
 */
@Component
class Timers {

    private static final String DEADLINES = "expiration:deadlines";
    /** The id of the Redis server process in which the deadlines were last complete. */
    private static final String COMPLETE_IN = "expiration:complete-in";

    private static final String CLAIM = """
            local due = redis.call('zrangebyscore', KEYS[1], '-inf', ARGV[1], 'limit', 0, ARGV[3])
            for _, order in ipairs(due) do redis.call('zadd', KEYS[1], ARGV[2], order) end
            return due
            """;
    private static final String SERVER = """
            return string.match(redis.call('info', 'server'), 'run_id:(%w+)')
            """;

    private final RedissonClient redisson;
    private final ExpirationSettings settings;

    Timers(RedissonClient redisson, ExpirationSettings settings) {
        this.redisson = redisson;
        this.settings = settings;
    }

    void set(String orderId, Instant deadline) {
        deadlines().add(score(deadline), orderId);
    }

    void setAll(Map<String, Instant> deadlineByOrderId) {
        if (!deadlineByOrderId.isEmpty()) {
            deadlines()
                    .addAll(deadlineByOrderId.entrySet().stream()
                            .collect(Collectors.toMap(Map.Entry::getKey, timer -> score(timer.getValue()))));
        }
    }

    void remove(String orderId) {
        deadlines().remove(orderId);
    }

    boolean contains(String orderId) {
        return deadlines().contains(orderId);
    }

    /** Orders past their deadline, longest overdue first; for the time of the lease no other instance gets them. */
    List<String> claimDue(Instant now, int atMost) {
        return script().eval(
                        Mode.READ_WRITE,
                        CLAIM,
                        ReturnType.LIST,
                        List.of(DEADLINES),
                        Long.toString(now.toEpochMilli()),
                        Long.toString(now.plus(settings.lease()).toEpochMilli()),
                        Integer.toString(atMost));
    }

    /** The next deadline or end of a lease. */
    Optional<Instant> next() {
        return Optional.ofNullable(deadlines().firstScore())
                .map(Double::longValue)
                .map(Instant::ofEpochMilli);
    }

    /** The id of the Redis server process; a restart or another server has another one. */
    String server() {
        return script().eval(Mode.READ_ONLY, SERVER, ReturnType.VALUE);
    }

    /**
     * False if Redis may have lost timers because it was emptied, restarted, restored or replaced since they were
     * complete.
     */
    boolean areComplete() {
        return server().equals(
                        redisson.getBucket(COMPLETE_IN, StringCodec.INSTANCE).get());
    }

    void markComplete(String server) {
        redisson.getBucket(COMPLETE_IN, StringCodec.INSTANCE).set(server);
    }

    private RScoredSortedSet<String> deadlines() {
        return redisson.getScoredSortedSet(DEADLINES, StringCodec.INSTANCE);
    }

    private RScript script() {
        return redisson.getScript(StringCodec.INSTANCE);
    }

    /** In milliseconds, rounded up, so that a timer is never early. */
    private static double score(Instant deadline) {
        return deadline.plusNanos(999_999).toEpochMilli();
    }
}
