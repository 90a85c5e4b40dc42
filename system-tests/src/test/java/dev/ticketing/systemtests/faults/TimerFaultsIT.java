package dev.ticketing.systemtests.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ticketing.check.evidence.Expectations;
import dev.ticketing.systemtests.Person;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Faults that delay or lose timers: orders expire anyway, soon after their deadline. */
class TimerFaultsIT extends Fault {

    /** Five seconds that the contract allows, plus the delay of a busy machine. */
    private static final Duration LATE = Duration.ofSeconds(10);

    private static final Expectations IN_TIME = new Expectations(Set.of(), LATE);

    @Test
    void redisIsKilled() throws Exception {
        expires("Redis is killed (SIGKILL) and started again", () -> {
            suite().process("redis").kill();
            suite().process("redis").awaitReady(PATIENCE);
        });
    }

    @Test
    void redisIsEmptied() throws Exception {
        expires("Redis is emptied (FLUSHALL)", this::emptyRedis);
    }

    @Test
    void redisIsRestoredToAnOlderState() throws Exception {
        var file = suite().options().folder().resolve("data/redis/appendonly.aof");
        var backup = Files.copy(file, Path.of(file + ".backup"), StandardCopyOption.REPLACE_EXISTING);
        expires("Redis is restored to its state before the load", () -> {
            suite().process("redis").stop(Duration.ofSeconds(10));
            Files.copy(backup, file, StandardCopyOption.REPLACE_EXISTING);
            suite().process("redis").start();
            suite().process("redis").awaitReady(PATIENCE);
        });
    }

    @Test
    void expirationServiceIsDownPastTheDeadline() throws Exception {
        survives("expiration-service is down past the deadline", Size.of(4, 12), IN_TIME, load -> {
            suite().process("expiration-service").stop(Duration.ofSeconds(30));
            try {
                return left(Size.of(3, 20)).expire();
            } finally {
                suite().process("expiration-service").start();
                suite().process("expiration-service").awaitReady(PATIENCE);
            }
        });
    }

    private interface Happening {
        void happen() throws IOException;
    }

    /** People leave, the fault happens, and at the end their orders have expired in time. */
    private void expires(String fault, Happening happening) throws Exception {
        survives(fault, Size.of(4, 12), IN_TIME, load -> {
            var left = left(Size.of(3, 20));
            happening.happen();
            return left.expire();
        });
    }

    private record Left(Person buyer, List<String> orderIds) {

        String expire() {
            for (var orderId : orderIds) {
                eventually().until(() -> buyer.orderStatus(orderId).equals("cancelled"));
                assertThat(buyer.get("/api/orders/" + orderId).text("cancelReason"))
                        .isEqualTo("expired");
            }
            return "%d orders were left unpaid and expired, at most %d s late"
                    .formatted(orderIds.size(), LATE.toSeconds());
        }
    }

    private Left left(int orders) {
        var seller = Person.signedUp(frontDoor(), journal());
        var left = new Left(Person.signedUp(frontDoor(), journal()), new ArrayList<>());
        for (var each = 0; each < orders; each++) {
            var order = left.buyer.orders(seller.lists("Left", "3").id());
            assertThat(order.status()).isEqualTo(201);
            left.orderIds.add(order.id());
        }
        return left;
    }
}
