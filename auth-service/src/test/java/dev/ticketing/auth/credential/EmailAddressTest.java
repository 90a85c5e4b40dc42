package dev.ticketing.auth.credential;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EmailAddressTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a@b.co",
                "ann.lee+tickets@sub.example.com",
                "o'hara@example.com",
                "_@xn--bcher-kva.example",
                "1234567890@0.example"
            })
    void isAnAddress(String text) {
        assertThat(text).matches(EmailAddress.PATTERN);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "ann",
                "ann@",
                "@example.com",
                "ann@example",
                "ann@@example.com",
                "ann@example..com",
                ".ann@example.com",
                "ann.@example.com",
                "an..n@example.com",
                "ann@-example.com",
                "ann@example-.com",
                "ann@example.com.",
                "ann lee@example.com",
                "ann@exam ple.com",
                "ann@example.com\nBcc: x@example.com",
                "ann\u0000@example.com",
                "änn@example.com",
                "ann@exämple.com",
                "<ann@example.com>",
                "ann@example.com,bob@example.com"
            })
    void isNoAddress(String text) {
        assertThat(text).doesNotMatch(EmailAddress.PATTERN);
    }

    @Test
    void isAtMost254CharactersAnd64BeforeTheAt() {
        var labels = "a.".repeat(94);

        assertThat("x".repeat(64) + "@" + labels + "c").matches(EmailAddress.PATTERN);
        assertThat("x".repeat(65) + "@" + labels + "c").doesNotMatch(EmailAddress.PATTERN);
        assertThat("x".repeat(64) + "@" + labels + "cd").doesNotMatch(EmailAddress.PATTERN);
    }

    @Test
    void isRefusedWhenItIsAbsurdlyLong() {
        assertThat("a@" + "b.".repeat(30_000) + "co").doesNotMatch(EmailAddress.PATTERN);
        assertThat("a.".repeat(30_000) + "a@b.co").doesNotMatch(EmailAddress.PATTERN);
    }

    @Test
    void isTheSameInAnyCaseAndWithSpaceAroundIt() {
        assertThat(EmailAddress.normalized(" Ann@Example.COM\t")).isEqualTo("ann@example.com");
        assertThat(EmailAddress.normalized(null)).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u00a0", "\u200b", "\ufeff", "\u2060", "\u00ad", "\u202a", "\u3000"})
    void isTheSameWithInvisibleCharactersAroundIt(String invisible) {
        assertThat(EmailAddress.normalized(invisible + "ann@example.com" + invisible + " "))
                .isEqualTo("ann@example.com");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "info@münchen.example",
                "Info@MÜNCHEN.example",
                "info@mu\u0308nchen.example",
                "info@xn--mnchen-3ya.example",
                "info@XN--MNCHEN-3YA.EXAMPLE"
            })
    void isTheSameInEitherSpellingOfItsDomain(String address) {
        assertThat(EmailAddress.normalized(address))
                .isEqualTo("info@xn--mnchen-3ya.example")
                .matches(EmailAddress.PATTERN);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "info@ü..example",
                "info@\u0301.",
                "info@\ud800.example",
                "änn@münchen.example",
                "ü",
                "@ü",
                "info@"
            })
    void isNoAddressWhenItsDomainIsNone(String address) {
        assertThat(EmailAddress.normalized(address)).doesNotMatch(EmailAddress.PATTERN);
    }

    @Test
    void isNoAddressWhenItsDomainIsTooLong() {
        assertThat(EmailAddress.normalized("info@" + "ü".repeat(60) + ".example"))
                .doesNotMatch(EmailAddress.PATTERN);
        assertThat(EmailAddress.normalized("info@" + "ü.".repeat(100) + "example"))
                .doesNotMatch(EmailAddress.PATTERN);
        assertThat(EmailAddress.normalized("info@" + "ü".repeat(30_000))).doesNotMatch(EmailAddress.PATTERN);
    }
}
