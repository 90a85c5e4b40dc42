package dev.ticketing.systemtests.faults;

import dev.ticketing.check.collect.AnswerJournal;
import dev.ticketing.systemtests.Person;
import java.net.URI;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** Many people, whose actions run a few at a time. */
final class People {

    static final int AT_A_TIME = 8;

    private People() {}

    /** Hashing passwords is slow on purpose, so a crowd of sign-ups would only wait for each other. */
    static List<Person> signedUp(int count, URI frontDoor, AnswerJournal journal) throws InterruptedException {
        return each(count, AT_A_TIME, number -> Person.signedUp(frontDoor, journal));
    }

    static <T> List<T> each(int count, int atATime, IntFunction<T> does) throws InterruptedException {
        try (var threads = Executors.newFixedThreadPool(atATime)) {
            return threads
                    .invokeAll(IntStream.range(0, count)
                            .<Callable<T>>mapToObj(number -> () -> does.apply(number))
                            .toList())
                    .stream()
                    .map(Future::resultNow)
                    .toList();
        }
    }
}
