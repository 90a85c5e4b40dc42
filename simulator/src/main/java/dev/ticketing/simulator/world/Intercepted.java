package dev.ticketing.simulator.world;

import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;

/**
 * The methods that the services' code calls instead of the JDK's methods of the same names; see {@code Interception}.
 */
public final class Intercepted {

    /** Retries wait for a random time anyway; here the seed decides it. */
    private static final long SHORT_SLEEP_MILLIS = 10;

    private Intercepted() {}

    public static long nanoTime() {
        return Task.isCurrent()
                ? TimeUnit.MICROSECONDS.toNanos(Task.current().scheduler.now())
                : 0;
    }

    public static long currentTimeMillis() {
        return Task.current().world.instant().toEpochMilli();
    }

    public static void sleep(long millis) {
        var world = Task.current().world;
        world.pause(millis <= SHORT_SLEEP_MILLIS ? world.chance.millis(1, 4) : TimeUnit.MILLISECONDS.toMicros(millis));
    }

    public static void sleep(Duration time) {
        sleep(time.toMillis());
    }

    public static void parkNanos(long nanos) {
        Task.current().world.pause(TimeUnit.NANOSECONDS.toMicros(nanos));
    }

    public static Thread startVirtualThread(Runnable work) {
        return start(Thread.ofVirtual(), work);
    }

    public static Thread start(Thread.Builder.OfVirtual builder, Runnable work) {
        var task = Task.current();
        if (task.killed) {
            throw new Killed(); // the services may have handled the unwinding error as a failure, which has no effect
        }
        return task.machine.start(task.world, builder, work).thread;
    }

    public static <E> boolean add(BlockingQueue<E> queue, E element) {
        var added = ((Queue<E>) queue).add(element);
        Task.current().world.waiters.wakeOne(queue);
        return added;
    }

    public static <E> E poll(BlockingQueue<E> queue, long timeout, TimeUnit unit) {
        var world = Task.current().world;
        if (queue.isEmpty()) {
            world.waiters.await(queue, unit.toMicros(timeout));
        }
        return ((Queue<E>) queue).poll();
    }

    public static void acquire(Semaphore semaphore) {
        var world = Task.current().world;
        while (!semaphore.tryAcquire()) {
            world.waiters.await(semaphore, TimeUnit.DAYS.toMicros(1));
        }
    }

    public static void release(Semaphore semaphore) {
        semaphore.release();
        Task.current().world.waiters.wakeOne(semaphore);
    }

    public static <T> T get(CompletableFuture<T> future) throws InterruptedException, ExecutionException {
        var task = Task.current();
        if (!future.isDone()) {
            future.whenComplete((value, failure) -> task.scheduler.wake(task));
            task.scheduler.await(task);
        }
        return future.get();
    }

    public static <T> T get(CompletableFuture<T> future, long timeout, TimeUnit unit)
            throws InterruptedException, ExecutionException {
        return get(future);
    }

    /** The simulated broker itself times out. */
    public static <T> CompletableFuture<T> orTimeout(CompletableFuture<T> future, long timeout, TimeUnit unit) {
        return future;
    }

    public static ExecutorService newSingleThreadExecutor(ThreadFactory factory) {
        return new TaskExecutor(true);
    }

    public static ExecutorService newVirtualThreadPerTaskExecutor() {
        return new TaskExecutor(false);
    }

    public static String objectId() {
        return Task.current().world.nextId();
    }
}
