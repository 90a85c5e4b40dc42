package dev.ticketing.systemtests.faults;

import dev.ticketing.check.collect.AnswerJournal;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;

/** People who buy and sell until they are stopped, each at their own pace. */
final class Load implements AutoCloseable {

    private final Statistics statistics = new Statistics();
    private final Market market = new Market();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final List<Shopper> shoppers;

    private Load(int shoppers, URI frontDoor, AnswerJournal journal) {
        this.shoppers = IntStream.range(0, shoppers)
                .mapToObj(each -> new Shopper(frontDoor, journal, market, statistics))
                .toList();
    }

    /** Returns when all have signed up. */
    static Load start(int shoppers, URI frontDoor, AnswerJournal journal) {
        var load = new Load(shoppers, frontDoor, journal);
        load.shoppers.forEach(load.threads::execute);
        return load;
    }

    /** Waits until this many more tickets are bought and sold. */
    void awaitPurchases(int more) {
        var enough = statistics.purchases() + more;
        Awaitility.await()
                .atMost(Fault.PATIENCE)
                .pollInterval(Duration.ofMillis(50))
                .until(() -> statistics.purchases() >= enough);
    }

    Statistics statistics() {
        return statistics;
    }

    /** Responses that no client should ever receive, whatever fault there is. */
    List<String> misbehaviour() {
        return statistics.misbehaviour();
    }

    /** Returns when there are no more requests. */
    void stop() {
        shoppers.forEach(Shopper::stop);
        threads.close();
    }

    @Override
    public void close() {
        stop();
    }

    @Override
    public String toString() {
        return shoppers.isEmpty() ? "only this" : "%d shoppers, %s".formatted(shoppers.size(), statistics);
    }
}
