package dev.ticketing.messaging.consumer;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class KeyedExecutorTest {

    private record Done(String key, int number) {}

    @Test
    void tasksOfOneKeyRunInTheirOrder() throws InterruptedException {
        var lanes = new KeyedExecutor("test", 4, 16);
        var done = new ConcurrentLinkedQueue<Done>();

        for (var number = 0; number < 400; number++) {
            var task = new Done("key-" + number % 7, number);
            lanes.submit(task.key(), () -> done.add(task));
        }
        lanes.drain();

        var byKey = done.stream().collect(groupingBy(Done::key, mapping(Done::number, toList())));
        assertThat(done).hasSize(400);
        assertThat(byKey.values()).allSatisfy(numbers -> assertThat(numbers).isSorted());
    }

    @Test
    void tasksOfDifferentKeysRunSideBySide() throws InterruptedException {
        var lanes = new KeyedExecutor("test", 2, 16);
        var bothRun = new CountDownLatch(2);

        lanes.submit("a", () -> meet(bothRun));
        lanes.submit("b", () -> meet(bothRun));
        lanes.drain();

        assertThat(bothRun.getCount()).isZero();
    }

    private static void meet(CountDownLatch latch) {
        latch.countDown();
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
