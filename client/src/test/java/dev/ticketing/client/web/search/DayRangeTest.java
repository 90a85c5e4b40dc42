package dev.ticketing.client.web.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DayRangeTest {

    @ParameterizedTest
    @CsvSource({
        "2026-11-23, 2026-11-27, 2026-11-29", // Monday
        "2026-11-27, 2026-11-27, 2026-11-29", // Friday
        "2026-11-28, 2026-11-28, 2026-11-29", // Saturday
        "2026-11-29, 2026-11-29, 2026-11-29", // Sunday
    })
    void weekendIsTheOneThatIsNotOver(LocalDate today, LocalDate from, LocalDate to) {
        assertThat(DayRange.usual(today)).contains(new DayRange("weekend", from, to));
    }
}
