package dev.ticketing.web.problem;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ticketing.testing.load.BoundedWork;
import dev.ticketing.testing.load.NastyTexts;
import java.io.EOFException;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class LostConnectionTest {

    @Test
    void clientThatHasGoneIsTheCause() {
        assertThat(LostConnection.isCauseOf(new IllegalStateException(new IOException("Broken pipe"))))
                .isTrue();
        assertThat(LostConnection.isCauseOf(new EOFException())).isTrue();
    }

    @Test
    void anyOtherExceptionIsNoLostConnection() {
        assertThat(LostConnection.isCauseOf(new IllegalStateException("order 42 is cancelled")))
                .isFalse();
        assertThat(LostConnection.isCauseOf(new IllegalStateException())).isFalse();
    }

    @Test
    void longMessageCostsNoMoreThanItsLength() {
        BoundedWork.isProportionalToTheLength(
                text -> LostConnection.isCauseOf(new IllegalStateException(text)), NastyTexts.forBodies());
    }
}
