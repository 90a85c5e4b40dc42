package dev.ticketing.client.web.order;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.context.support.ResourceBundleMessageSource;

class TimeLeftTest {

    private static final Instant NOW = Instant.parse("2026-01-01T12:00:00.400Z");

    @ParameterizedTest
    @CsvSource({
        "872, 14 minutes 32 seconds left",
        "61, 1 minute 1 second left",
        "60, 1 minute 0 seconds left",
        "59, 59 seconds left",
        "1, 1 second left",
        "7325, 122 minutes 5 seconds left"
    })
    void timeLeftIsAText(long seconds, String words) {
        assertThat(words(TimeLeft.between(NOW, NOW.plusSeconds(seconds)))).isEqualTo(words);
    }

    @Test
    void aPastDeadlineLeavesNothing() {
        var left = TimeLeft.between(NOW, NOW.minusSeconds(90));

        assertThat(left.isOver()).isTrue();
        assertThat(left.totalSeconds()).isZero();
    }

    @Test
    void aPartOfASecondIsNotASecond() {
        assertThat(TimeLeft.between(NOW, NOW.plusMillis(900)).isOver()).isTrue();
    }

    private static String words(TimeLeft left) {
        var messages = new ResourceBundleMessageSource();
        messages.setBasename("messages");
        messages.setDefaultEncoding("UTF-8");
        return messages.getMessage(left.key(), left.arguments(), Locale.ENGLISH);
    }
}
