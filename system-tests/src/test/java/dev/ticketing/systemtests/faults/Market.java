package dev.ticketing.systemtests.faults;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/** The latest listed tickets; several people want the same one. */
final class Market {

    private static final int SIZE = 6;

    private final List<String> tickets = new ArrayList<>();

    synchronized void offer(String ticketId) {
        tickets.add(ticketId);
        if (tickets.size() > SIZE) {
            tickets.removeFirst();
        }
    }

    synchronized String pick() {
        return tickets.get(ThreadLocalRandom.current().nextInt(tickets.size()));
    }
}
