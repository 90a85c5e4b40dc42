package dev.ticketing.client.web.live;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.sun.management.HotSpotDiagnosticMXBean;
import com.sun.management.HotSpotDiagnosticMXBean.ThreadDumpFormat;
import dev.ticketing.client.testing.PageTest;
import dev.ticketing.client.testing.Site;
import dev.ticketing.events.TicketEvent.TicketUpdated;
import dev.ticketing.testing.Broker;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.lang.management.BufferPoolMXBean;
import java.lang.management.ManagementFactory;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.bson.types.ObjectId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;

/** The cost of an open page while nothing changes, and that a change reaches all of them. */
@PageTest
@TestPropertySource(properties = "ticketing.live.streams-per-client=3000")
@Timeout(120)
class ManyPagesIT {

    private static final int PAGES = 2_000;
    private static final int MOST_BYTES_EACH = 32 * 1024;

    @Autowired
    Broker broker;

    @Autowired
    LiveFeed feed;

    @Autowired
    MeterRegistry meters;

    @LocalServerPort
    int port;

    @TempDir
    Path folder;

    private final String ticket = new ObjectId().toHexString();
    private final List<SocketChannel> pages = new ArrayList<>();
    private final ByteBuffer read = ByteBuffer.allocateDirect(8 * 1024);

    @BeforeEach
    void connect() {
        await().until(feed::isCurrent);
    }

    @AfterEach
    void leave() throws IOException {
        for (var page : pages) {
            page.close();
        }
        await().until(() -> {
            feed.hub().beat();
            return feed.hub().size() == 0;
        });
    }

    @Test
    void openPagesTakeNoThreadsAndLittleMemory() throws Exception {
        open(100); // one-time costs of the first pages
        var threads = threads();
        var memory = memory();

        open(PAGES);

        assertThat(feed.hub().size()).isGreaterThanOrEqualTo(PAGES);
        assertThat(threads() - threads).isLessThan(PAGES / 20);
        assertThat((memory() - memory) / PAGES).isLessThan(MOST_BYTES_EACH);

        broker.publish(new TicketUpdated(ticket, "Concert", 2000, "usd", Site.SELLER_ID, "reserved", null), 1);
        for (var page : pages) {
            receives(page, "\"status\":\"reserved\"");
        }
    }

    @Test
    void anInstanceThatIsFullRefusesFurtherPages() throws IOException {
        open(LiveFeed.MOST);

        receives(ask(), "HTTP/1.1 503 ");
    }

    @Test
    void anOpenPageIsNoRequestWhoseTimeIsTaken() throws IOException {
        receives(ask(), "event: hello");

        assertThat(meters.find("http.server.requests.active").longTaskTimers())
                .allSatisfy(timer -> assertThat(timer.activeTasks()).isZero());
    }

    /** The kernel's buffers of a connection fill up first. */
    @Test
    @ExtendWith(OutputCaptureExtension.class)
    void browserThatDoesNotReadIsDisconnectedAndDelaysNoOther(CapturedOutput output) throws IOException {
        var asleep = ask(SocketChannel.open().setOption(StandardSocketOptions.SO_RCVBUF, 1024));
        var awake = ask();
        receives(awake, "event: hello");
        await().until(() -> feed.hub().size() == 2);

        while (feed.hub().size() == 2) {
            feed.hub().beat();
            receives(awake, "event: beat");
        }

        feed.hub().beat();
        receives(awake, "event: beat");
        await().untilAsserted(() -> assertThatThrownBy(() -> asleep.write(ByteBuffer.wrap(new byte[1])))
                .isInstanceOf(IOException.class));
        assertThat(output).doesNotContain("WARN", "ERROR");
    }

    private void open(int count) throws IOException {
        for (var i = 0; i < count; i++) {
            receives(ask(), "event: hello");
        }
    }

    private SocketChannel ask() throws IOException {
        return ask(SocketChannel.open());
    }

    private SocketChannel ask(SocketChannel page) throws IOException {
        pages.add(page);
        page.connect(new InetSocketAddress("localhost", port));
        var request =
                "GET /live?tickets=" + ticket + " HTTP/1.1\r\nHost: localhost\r\nAccept: text/event-stream\r\n\r\n";
        page.write(ByteBuffer.wrap(request.getBytes(US_ASCII)));
        return page;
    }

    private void receives(SocketChannel page, String text) throws IOException {
        var received = "";
        while (!received.contains(text)) {
            assertThat(page.read(read.clear())).as(received).isPositive();
            received += US_ASCII.decode(read.flip());
        }
    }

    /** Includes virtual threads. */
    private long threads() throws IOException {
        var dump = Files.createTempFile(folder, "threads", "");
        Files.delete(dump);
        ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class)
                .dumpThreads(dump.toString(), ThreadDumpFormat.TEXT_PLAIN);
        try (var lines = Files.lines(dump)) {
            return lines.filter(line -> line.startsWith("#")).count();
        }
    }

    private static long memory() {
        System.gc();
        var buffers = ManagementFactory.getPlatformMXBeans(BufferPoolMXBean.class).stream()
                .mapToLong(BufferPoolMXBean::getMemoryUsed)
                .sum();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory() + buffers;
    }
}
