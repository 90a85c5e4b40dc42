package dev.ticketing.events;

import static java.lang.annotation.ElementType.TYPE;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;

/** Who publishes a family of events, and to which JetStream stream. */
@Documented
@Retention(RUNTIME)
@Target(TYPE)
public @interface Published {

    /** Name of the service that alone publishes these events. */
    String by();

    /** Name of the stream; it holds the subjects {@code <noun>.>}. */
    String stream();

    /** First token of every subject of the family. */
    String noun();
}
