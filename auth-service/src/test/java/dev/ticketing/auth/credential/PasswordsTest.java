package dev.ticketing.auth.credential;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;

class PasswordsTest {

    private final Passwords passwords = new Passwords();

    static String[] passwords() {
        return new String[] {
            "password", "  spaces around  ", "пароль-пароль", "密码密码密码密码", "🎟".repeat(128), "x".repeat(127) + "é"
        };
    }

    @ParameterizedTest
    @MethodSource("passwords")
    void matchesItsHashAndNoOtherPasswordDoes(String password) {
        var hash = Optional.of(passwords.hash(password));

        assertThat(passwords.matches(password, hash)).isTrue();
        assertThat(passwords.matches(password + "x", hash)).isFalse();
        assertThat(passwords.matches(password.substring(1), hash)).isFalse();
        assertThat(passwords.matches("?".repeat(password.length()), hash)).isFalse();
    }

    @Test
    void isTheSameHoweverTheKeyboardComposesItsLetters() {
        assertThat(passwords.matches("cafe\u0301-cre\u0300me", Optional.of(passwords.hash("café-crème"))))
                .isTrue();
    }

    @Test
    void isHashedWithArgon2idAndSalt() {
        var hash = passwords.hash("password");

        assertThat(hash).startsWith("$argon2id$v=19$m=19456,t=2,p=1$").doesNotContain("password");
        assertThat(passwords.hash("password")).isNotEqualTo(hash);
        assertThat(passwords.isOutdated(hash)).isFalse();
    }

    @Test
    void matchesNoPasswordWithoutAHash() {
        assertThat(passwords.matches("password", Optional.empty())).isFalse();
    }

    @Test
    void withHalfASurrogatePairMatchesNothing() {
        assertThat(passwords.matches("\ud800password", Optional.empty())).isFalse();
    }

    @Test
    void hashedWithWeakerParametersStillMatchesAndIsOutdated() {
        var weak = new Argon2PasswordEncoder(16, 32, 1, 1024, 1).encode("password");

        assertThat(passwords.matches("password", Optional.of(weak))).isTrue();
        assertThat(passwords.isOutdated(weak)).isTrue();
    }

    @Test
    void thatIsTooLongToNormalizeMatchesNothing() {
        var longest = "a" + "\u0301".repeat(511);
        var tooLong = longest + "\u0301";

        assertThat(passwords.matches(longest, Optional.of(passwords.hash(longest))))
                .isTrue();
        assertThat(passwords.matches(tooLong, Optional.of(passwords.hash(longest))))
                .isFalse();
        assertThat(passwords.matches(tooLong, Optional.empty())).isFalse();
    }
}
