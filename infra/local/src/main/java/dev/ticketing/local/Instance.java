package dev.ticketing.local;

/** One of the processes of an application, counted from 1; the first has the application's name. */
record Instance(Port of, int number) {

    String name() {
        return number == 1 ? of.owner() : of.owner() + "-" + number;
    }

    /** What says where it listens. */
    String variable() {
        return number == 1 ? of.variable() : of.variable() + "_" + number;
    }
}
