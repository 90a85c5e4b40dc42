package dev.ticketing.messaging;

import static java.lang.annotation.ElementType.METHOD;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;

/**
 * Marks a bean's method that handles one kind of event: its first parameter. A second parameter of type {@link
 * EventMetadata} is optional.
 *
 * <p>Delivery is at least once, in the order of the aggregate's versions, on any thread and in any instance of the
 * service; so the method must be idempotent, and it must decide by documents guarded with an optimistic lock, loaded
 * within the call. The event is settled when the method returns. After {@link RetryLater} and errors of the database it
 * is delivered again with a growing delay, without limit; any other exception, thrown a few times in a row, sends it to
 * the dead letters. Events of the same publisher without a handler method are skipped.
 */
@Documented
@Target(METHOD)
@Retention(RUNTIME)
public @interface EventHandler {}
