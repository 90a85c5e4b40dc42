package dev.ticketing.messaging;

import java.time.Duration;
import java.util.List;
import org.springframework.context.SmartLifecycle;

/** Polls every few seconds as long as the application runs. */
final class Polling implements SmartLifecycle {

    private static final Duration INTERVAL = Duration.ofSeconds(5);

    private final List<Polled> polled;
    private volatile boolean running;
    private Thread poller;

    Polling(List<Polled> polled) {
        this.polled = polled;
    }

    @Override
    public void start() {
        running = true;
        poller = Thread.ofVirtual().name("metrics").start(this::run);
    }

    private void run() {
        try {
            while (running) {
                polled.forEach(Polled::poll);
                Thread.sleep(INTERVAL);
            }
        } catch (InterruptedException e) {
            // the end
        }
    }

    @Override
    public void stop() {
        running = false;
        poller.interrupt();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Starts after the consumers and stops before them. */
    @Override
    public int getPhase() {
        return EventConsumers.PHASE + 1;
    }
}
