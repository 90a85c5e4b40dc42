package dev.ticketing.auth.user;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class UserTest {

    private static final Instant NOW = Instant.parse("2031-05-06T07:08:09.250Z");

    private final User user = User.signUp("ann@example.com", "hash-of-a-secret", NOW, Optional.empty());

    @Test
    void endsTheSessionsOfTheCurrentSecondToo() {
        assertThat(user.endSessions(NOW).sessionsNotBefore()).isEqualTo("2031-05-06T07:08:10Z");
    }

    @Test
    void endsTheSessionsThatStartedAheadOfTheClock() {
        var again = user.endSessions(NOW).endSessions(NOW.plusMillis(100));

        assertThat(again.sessionsNotBefore()).isEqualTo("2031-05-06T07:08:11Z");
    }

    @Test
    void printsWithoutItsPassword() {
        assertThat(user.toString()).contains(user.id()).doesNotContain("hash-of-a-secret");
    }

    @Test
    void isNotChangedByAnotherPasswordHashButForThat() {
        var changed = user.withPasswordHash("other");

        assertThat(changed.passwordHash()).isEqualTo("other");
        assertThat(changed.withPasswordHash(user.passwordHash())).isEqualTo(user);
    }
}
