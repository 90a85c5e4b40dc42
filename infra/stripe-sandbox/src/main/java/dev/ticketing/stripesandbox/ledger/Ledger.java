package dev.ticketing.stripesandbox.ledger;

import dev.ticketing.stripesandbox.paymentintent.PaymentIntent;
import dev.ticketing.stripesandbox.refund.Refund;
import dev.ticketing.stripesandbox.store.Store;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Every PaymentIntent and the state of its money, computed from the documents themselves. */
@Component
class Ledger {

    private final Store store;

    Ledger(Store store) {
        this.store = store;
    }

    /** One PaymentIntent; {@code netCaptured} is received less refunded. Minor units. */
    record Entry(
            String id,
            long created,
            long amount,
            String currency,
            Map<String, String> metadata,
            String description,
            String status,
            long amountReceived,
            long refunded,
            int refunds,
            long netCaptured) {

        static Entry of(PaymentIntent intent, List<Refund> refunds) {
            var refunded = refunds.stream().mapToLong(Refund::amount).sum();
            return new Entry(
                    intent.id(),
                    intent.created(),
                    intent.amount(),
                    intent.currency(),
                    intent.metadata(),
                    intent.description(),
                    intent.status().code(),
                    intent.amountReceived(),
                    refunded,
                    refunds.size(),
                    intent.amountReceived() - refunded);
        }
    }

    /** Sums of one currency. Minor units. */
    record Total(long intents, long amountReceived, long refunded, long netCaptured) {

        private static final Total NOTHING = new Total(0, 0, 0, 0);

        Total plus(Entry entry) {
            return new Total(
                    intents + 1,
                    amountReceived + entry.amountReceived(),
                    refunded + entry.refunded(),
                    netCaptured + entry.netCaptured());
        }
    }

    /** Entries, newest first, and totals by currency and by status. */
    record Sheet(List<Entry> paymentIntents, Map<String, Total> totals, Map<String, Long> byStatus) {}

    Sheet sheet() {
        var entries = store.inTransaction(this::entries);
        var totals = new TreeMap<String, Total>();
        entries.forEach(entry -> totals.put(
                entry.currency(),
                totals.getOrDefault(entry.currency(), Total.NOTHING).plus(entry)));
        var byStatus =
                entries.stream().collect(Collectors.groupingBy(Entry::status, TreeMap::new, Collectors.counting()));
        return new Sheet(entries, totals, byStatus);
    }

    /** Net captured by currency; within a transaction. */
    Map<String, Long> balance() {
        return entries().stream()
                .collect(Collectors.groupingBy(
                        Entry::currency, TreeMap::new, Collectors.summingLong(Entry::netCaptured)));
    }

    private List<Entry> entries() {
        var refunds = store.newestFirst(Refund.class).collect(Collectors.groupingBy(Refund::paymentIntent));
        return store.newestFirst(PaymentIntent.class)
                .map(intent -> Entry.of(intent, refunds.getOrDefault(intent.id(), List.of())))
                .toList();
    }
}
