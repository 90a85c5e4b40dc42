package dev.ticketing.client.web.live;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LiveStreamTest {

    private static final int ENDLESS = Integer.MAX_VALUE;

    private final AtomicInteger over = new AtomicInteger();

    @Test
    void changesBeforeTheStartAreWrittenFirst() throws Exception {
        var stream = stream();
        stream.tell(event("a"));

        var wire = begin(stream, ENDLESS);
        stream.tell(event("b"));

        assertThat(wire.text()).isEqualTo("ab");
    }

    @Test
    void slowBrowserDelaysNoOneAndMissesNothing() throws Exception {
        var stream = stream();
        var wire = begin(stream, 1);

        List.of("a", "b", "c").forEach(letter -> stream.tell(event(letter)));
        assertThat(wire.text()).isEqualTo("a");

        wire.take(1);
        assertThat(wire.text()).isEqualTo("ab");
        wire.take(5);
        assertThat(wire.text()).isEqualTo("abc");
    }

    @Test
    void browserThatDoesNotReadIsDisconnected() throws Exception {
        var stream = stream();
        var wire = begin(stream, 1);

        IntStream.range(0, 65).forEach(i -> stream.tell(event("a")));
        assertThat(over).hasValue(0);
        stream.tell(event("a"));

        assertThat(over).hasValue(1);
        wire.take(ENDLESS);
        stream.tell(event("b"));
        assertThat(wire.text()).isEqualTo("a");
    }

    @Test
    void aBrowserThatHasGoneIsNoticedByTheNextWrite() throws Exception {
        var stream = stream();
        var wire = begin(stream, ENDLESS);

        wire.cut();
        stream.tell(event("a"));

        assertThat(over).hasValue(1);
    }

    @Test
    void streamEndsOnceAndAtOnce() throws Exception {
        var stream = stream();
        begin(stream, 0);
        stream.tell(event("a"));

        stream.end();
        stream.end();
        stream.onError(new IllegalStateException());

        assertThat(over).hasValue(1);
    }

    @Test
    void anEndBeforeItBeganIsNotForgotten() throws Exception {
        var stream = stream();
        stream.tell(event("a"));
        stream.end();

        var wire = begin(stream, ENDLESS);

        assertThat(over).hasValue(1);
        assertThat(wire.text()).isEmpty();
    }

    @Test
    void changesOfSeveralThreadsKeepTheOrderOfEach() throws Exception {
        var stream = new LiveStream(Thread::startVirtualThread);
        var wire = begin(stream, 0);
        var start = new CountDownLatch(1);
        for (var name : List.of("a", "b", "c", "d")) {
            Thread.startVirtualThread(() -> tellTen(stream, name, start));
        }
        start.countDown();

        await().pollDelay(Duration.ZERO).pollInterval(Duration.ofMillis(1)).untilAsserted(() -> {
            wire.take(1);
            assertThat(wire.text()).hasSize(80);
        });
        for (var name : List.of("a", "b", "c", "d")) {
            assertThat(wire.text().replaceAll("[^" + name + "0-9]|(?<!" + name + ")[0-9]", ""))
                    .isEqualTo(IntStream.range(0, 10).mapToObj(i -> name + i).reduce("", String::concat));
        }
    }

    private static void tellTen(LiveStream stream, String name, CountDownLatch start) {
        try {
            start.await();
        } catch (InterruptedException e) {
            return;
        }
        IntStream.range(0, 10).forEach(i -> stream.tell(event(name + i)));
    }

    private static LiveStream stream() {
        return new LiveStream(Runnable::run);
    }

    private Wire begin(LiveStream stream, int room) throws Exception {
        var wire = new Wire(room);
        stream.begin(wire.connection(), over::incrementAndGet);
        return wire;
    }

    private static byte[] event(String text) {
        return text.getBytes(UTF_8);
    }
}
