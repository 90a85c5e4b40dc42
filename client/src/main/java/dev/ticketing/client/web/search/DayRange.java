package dev.ticketing.client.web.search;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Days that many people look for.
 *
 * @param name part of the name of its text
 */
record DayRange(String name, LocalDate from, LocalDate to) {

    private static final int WEEK = 7;
    private static final int MONTH = 30;

    static List<DayRange> usual(LocalDate today) {
        var sunday = today.with(TemporalAdjusters.nextOrSame(DayOfWeek.SUNDAY));
        var friday = sunday.minusDays(2);
        return List.of(
                new DayRange("today", today, today),
                new DayRange("weekend", friday.isBefore(today) ? today : friday, sunday),
                new DayRange("week", today, today.plusDays(WEEK)),
                new DayRange("month", today, today.plusDays(MONTH)));
    }

    public boolean isWanted(@Nullable String fromDay, @Nullable String toDay) {
        return from.toString().equals(fromDay) && to.toString().equals(toDay);
    }
}
