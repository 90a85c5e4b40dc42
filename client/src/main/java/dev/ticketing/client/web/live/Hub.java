package dev.ticketing.client.web.live;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Delivers every change to the pages that show its subject, and missed changes to new pages. */
final class Hub {

    private final Latest tickets;
    private final Latest orders;
    private final Latest sellers;
    private final Map<String, Viewed> viewed = new HashMap<>();
    private final Map<LiveStream, List<Viewed>> streams = new HashMap<>();
    private final int most;
    private boolean draining;

    /**
     * The pages that show a subject. Lists, and one shared id for all, because a page shows many subjects and thousands
     * of pages multiply their size (ADR 0019).
     */
    private record Viewed(String id, List<LiveStream> by) {

        Viewed(String id) {
            this(id, new ArrayList<>(1));
        }
    }

    /**
     * @param memory how many tickets, and how many orders, are remembered
     * @param most maximum of concurrent streams
     */
    Hub(int memory, int most) {
        this.most = most;
        tickets = new Latest(memory);
        orders = new Latest(memory);
        sellers = new Latest(memory);
    }

    /** Pages may open again after {@link #drain}, because an application context can be stopped and started. */
    synchronized void start() {
        draining = false;
    }

    synchronized void ticketsBeginAfter(long sequence) {
        tickets.beginAfter(sequence);
        sellers.beginAfter(sequence);
        resetAll();
    }

    synchronized void ordersBeginAfter(long sequence) {
        orders.beginAfter(sequence);
        resetAll();
    }

    private void resetAll() {
        var reset = reset();
        streams.keySet().forEach(stream -> stream.tell(reset));
    }

    synchronized void ticket(long sequence, Change change) {
        tickets.add(sequence, change);
        tell(change);
    }

    /** Call this for every ticket that changes, before {@link #ticket}, which advances the place in the streams. */
    synchronized void seller(long sequence, Change change) {
        sellers.add(sequence, change);
        tell(change);
    }

    synchronized void order(long sequence, Change change) {
        orders.add(sequence, change);
        tell(change);
    }

    private void tell(Change change) {
        var concerned = viewed.get(change.id());
        if (concerned != null) {
            var event = change.event(place());
            concerned.by().forEach(stream -> stream.tell(event));
        }
    }

    /** Lets browsers and proxies see that they are still connected. */
    synchronized void beat() {
        streams.keySet().forEach(stream -> stream.tell(Change.Frames.BEAT));
    }

    private Place place() {
        return new Place(tickets.last(), orders.last());
    }

    /**
     * A page has opened.
     *
     * @param since the place that it has seen; absent if it was rendered just now
     * @return {@code false} if this instance is about to stop, or has reached its limit of streams
     */
    synchronized boolean open(LiveStream stream, Interest interest, @Nullable Place since) {
        if (draining || streams.size() >= most) {
            return false;
        }
        var shown = interest.ids()
                .map(id -> viewed.computeIfAbsent(id, Viewed::new))
                .toList();
        shown.forEach(one -> one.by().add(stream));
        streams.put(stream, shown);
        stream.tell(welcome(interest, since));
        return true;
    }

    /** In one piece, because a page may have missed more than its queue can hold. */
    private byte[] welcome(Interest interest, @Nullable Place since) {
        var welcome = new ByteArrayOutputStream();
        welcome.writeBytes(Change.Frames.event("hello", place(), ""));
        var missed = missed(interest, since);
        missed.changes().forEach(change -> welcome.writeBytes(change.event(place())));
        if (missed.isForgotten()) {
            welcome.writeBytes(reset());
        }
        return welcome.toByteArray();
    }

    /**
     * The missed changes.
     *
     * @param isForgotten whether this instance no longer has them
     */
    record Missed(Place place, boolean isForgotten, List<Change> changes) {}

    synchronized Missed missed(Interest interest, @Nullable Place since) {
        if (since != null && !(tickets.reachesBackTo(since.tickets()) && orders.reachesBackTo(since.orders()))) {
            return new Missed(place(), true, List.of());
        }
        var changes = new ArrayList<Change>();
        interest.tickets()
                .forEach(id ->
                        tickets.of(id, since == null ? -1 : since.tickets()).ifPresent(changes::add));
        interest.orders()
                .forEach(
                        id -> orders.of(id, since == null ? -1 : since.orders()).ifPresent(changes::add));
        if (interest.seller() != null && since != null) {
            sellers.of(interest.seller(), since.tickets()).ifPresent(changes::add);
        }
        return new Missed(place(), false, changes);
    }

    private byte[] reset() {
        return Change.Frames.event("reset", place(), "");
    }

    synchronized void close(LiveStream stream) {
        for (var shown : Objects.requireNonNullElse(streams.remove(stream), List.<Viewed>of())) {
            shown.by().remove(stream);
            if (shown.by().isEmpty()) {
                viewed.remove(shown.id());
            }
        }
    }

    synchronized int size() {
        return streams.size();
    }

    /** Ends all streams at once, so that their pages reconnect to another instance, and opens no more. */
    synchronized void drain() {
        draining = true;
        streams.keySet().forEach(LiveStream::end);
    }
}
