package dev.ticketing.events;

import static java.lang.annotation.ElementType.TYPE;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;

/** The subject an event is published on, {@code <noun>.<fact>.v<major>}; also its CloudEvents {@code type}. */
@Documented
@Retention(RUNTIME)
@Target(TYPE)
public @interface Subject {

    String value();
}
