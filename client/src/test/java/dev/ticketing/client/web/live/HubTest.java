package dev.ticketing.client.web.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HubTest {

    private static final String CONCERT = "5f0000000000000000000001";
    private static final String OPERA = "5f0000000000000000000002";
    private static final String ORDER = "5f0000000000000000000003";

    private final Hub hub = new Hub(100, 3);
    private final Queue<Runnable> writes = new ArrayDeque<>();

    @BeforeEach
    void hearFromTheBeginning() {
        hub.ticketsBeginAfter(0);
        hub.ordersBeginAfter(0);
    }

    @Test
    void pageReceivesChangesOfWhatItShows() throws Exception {
        var page = open(List.of(CONCERT), ORDER, null);

        hub.ticket(1, Change.ofTicket(CONCERT, 1, "reserved"));
        hub.ticket(2, Change.ofTicket(OPERA, 1, "sold"));
        hub.order(1, Change.ofOrder(ORDER, 2));

        assertThat(written(page)).isEqualTo("""
                event: hello
                id: 0.0
                data:\s

                event: ticket
                id: 1.0
                data: {"id":"5f0000000000000000000001","version":1,"status":"reserved"}

                event: order
                id: 2.1
                data: {"id":"5f0000000000000000000003","version":2}

                """);
    }

    @Test
    void reconnectingPageReceivesMissedChanges() throws Exception {
        hub.ticket(1, Change.ofTicket(CONCERT, 1, "reserved"));
        hub.ticket(2, Change.ofTicket(CONCERT, 2, "available"));
        hub.ticket(3, Change.ofTicket(OPERA, 1, "reserved"));

        assertThat(written(open(List.of(CONCERT, OPERA), null, new Place(2, 0))))
                .contains(OPERA)
                .doesNotContain(CONCERT);
        assertThat(written(open(List.of(CONCERT), null, new Place(1, 0))))
                .contains("\"version\":2")
                .doesNotContain("\"version\":1,");
    }

    @Test
    void newPageReceivesTheLatestChange() throws Exception {
        hub.ticket(1, Change.ofTicket(CONCERT, 1, "reserved"));

        assertThat(written(open(List.of(CONCERT), null, null))).contains("\"version\":1");
    }

    @Test
    void pageThatHasMissedTooMuchIsReset() throws Exception {
        hub.ticketsBeginAfter(10);

        assertThat(written(open(List.of(CONCERT), null, new Place(9, 0)))).contains("event: reset");
        assertThat(written(open(List.of(CONCERT), null, new Place(11, 0)))).contains("event: reset");
        assertThat(written(open(List.of(CONCERT), null, new Place(10, 0)))).doesNotContain("reset");
    }

    @Test
    void restartedStreamResetsAllPages() throws Exception {
        var page = open(List.of(CONCERT), null, null);

        hub.ticketsBeginAfter(0);

        assertThat(written(page)).contains("event: reset");
    }

    @Test
    void slowPageIsDisconnectedAndForgotten() throws Exception {
        var page = open(List.of(CONCERT), null, null);
        var wire = new Wire(0);
        page.begin(wire.connection(), () -> hub.close(page));
        assertThat(hub.size()).isEqualTo(1);

        for (var version = 1; version <= 1000; version++) {
            hub.ticket(version, Change.ofTicket(CONCERT, version, "available"));
        }
        write();

        assertThat(wire.text()).isEmpty();
        assertThat(hub.size()).isZero();
    }

    @Test
    void idlePageReceivesTheHeartbeat() throws Exception {
        var page = open(List.of(CONCERT), null, null);

        hub.beat();

        assertThat(written(page)).endsWith("event: beat\ndata:\n\n");
    }

    @Test
    void aPageMayHaveMissedMoreThanItsQueueHolds() throws Exception {
        var ids = IntStream.range(0, 100)
                .mapToObj("5f00000000000000000000%02d"::formatted)
                .toList();
        ids.forEach(id -> hub.ticket(ids.indexOf(id) + 1, Change.ofTicket(id, 1, "sold")));

        assertThat(written(open(ids, null, null))).contains(ids);
    }

    @Test
    void fullInstanceAcceptsNoMorePages() {
        open(List.of(), null, null);
        open(List.of(), null, null);
        var last = open(List.of(), null, null);
        var next = new LiveStream(writes::add);
        assertThat(hub.open(next, Interest.of(List.of(), List.of(), null), null))
                .isFalse();

        hub.close(last);
        assertThat(hub.open(next, Interest.of(List.of(), List.of(), null), null))
                .isTrue();
    }

    @Test
    void drainingEndsAllAndOpensNoMore() throws Exception {
        var page = open(List.of(CONCERT), null, null);

        hub.drain();

        assertThat(written(page)).isEmpty();
        assertThat(hub.open(new LiveStream(writes::add), Interest.of(List.of(), List.of(), null), null))
                .isFalse();
    }

    @Test
    void aHubThatWasDrainedStartsAgain() throws Exception {
        hub.drain();

        hub.start();

        assertThat(written(open(List.of(CONCERT), null, null))).contains("event: hello");
    }

    private LiveStream open(List<String> tickets, String order, Place since) {
        var stream = new LiveStream(writes::add);
        assertThat(hub.open(stream, Interest.of(tickets, order == null ? List.of() : List.of(order), null), since))
                .isTrue();
        return stream;
    }

    /** Everything written so far. */
    private String written(LiveStream stream) throws Exception {
        var wire = new Wire(Integer.MAX_VALUE);
        stream.begin(wire.connection(), () -> {});
        write();
        return wire.text();
    }

    private void write() {
        for (var next = writes.poll(); next != null; next = writes.poll()) {
            next.run();
        }
    }
}
