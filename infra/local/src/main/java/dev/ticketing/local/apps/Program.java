package dev.ticketing.local.apps;

import java.nio.file.Path;
import java.util.List;

/** An application that can be run, and whose start can be recorded in an AOT cache (JEP 483, 514). */
public interface Program {

    /** Its working folder. */
    Path folder();

    List<String> command();

    boolean hasCache();

    /** Records the data for a start; the JVM writes the cache when it ends. */
    List<String> trainingCommand();

    /** Call this after a complete training; the output of an interrupted one is never used. */
    void keepCache();

    /** Deletes the output of an interrupted training. */
    void dropUnfinishedCache();
}
