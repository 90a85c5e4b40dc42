package dev.ticketing.local;

import java.nio.file.Path;
import java.util.List;

/** One application that can be run, and whose start can be recorded in an AOT cache (JEP 483, 514). */
interface Program {

    /** Where it runs. */
    Path folder();

    List<String> command();

    boolean hasCache();

    /** Records what a start needs; the JVM writes the cache when it ends. */
    List<String> trainingCommand();

    /** After a complete training; what an interrupted one wrote is never used. */
    void keepCache();
}
