package dev.ticketing.events;

import static java.lang.annotation.ElementType.TYPE;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;

/** The publisher of a family of events, and its JetStream stream. */
@Documented
@Retention(RUNTIME)
@Target(TYPE)
public @interface Published {

    /** Name of the only service that publishes these events. */
    String by();

    /** Name of the stream; it contains the subjects {@code <noun>.>}. */
    String stream();

    /** First token of every subject of the family. */
    String noun();
}
