package dev.ticketing.web.filter;

import java.time.Duration;
import org.springframework.context.SmartLifecycle;

/**
 * The first component to stop: the application is not ready, but still responds for a while, until its routers have
 * noticed. Then the web server accepts no more requests and finishes those in progress.
 */
public final class PreStopPause implements SmartLifecycle {

    private final Duration delay;
    private volatile boolean running;

    public PreStopPause(Duration delay) {
        this.delay = delay;
    }

    @Override
    public void start() {
        running = true;
    }

    @Override
    public void stop() {
        running = false;
        try {
            Thread.sleep(delay);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return Integer.MAX_VALUE;
    }
}
