package dev.ticketing.local.settings;

import dev.ticketing.suite.Service;

/** One of the processes of an application, counted from 1; the first has the application's name. */
public record Instance(Service of, int number) {

    public String name() {
        return number == 1 ? of.name() : of.name() + "-" + number;
    }

    /** The variable with its port. */
    String variable() {
        return number == 1 ? of.port().variable() : of.port().variable() + "_" + number;
    }
}
