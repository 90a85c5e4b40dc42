package dev.ticketing.auth.credential;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The rules for new passwords. They do not apply to passwords of existing accounts. */
@Component
public class PasswordRules {

    /** What comes to mind here first, however it is decorated: Ticketing123, ticketing.dev! */
    private static final Set<String> OF_THIS_SITE = Set.of("ticketing", "ticketingdev", "ticketmarketplace");

    private static final Pattern NO_LETTERS = Pattern.compile("[^\\p{L}]");
    private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{Cc}\\p{Cs}]");

    private final CommonPasswords common;

    PasswordRules(CommonPasswords common) {
        this.common = common;
    }

    /** The violated rules, as texts for people; empty if the password is good. */
    public List<String> brokenBy(@Nullable String password, @Nullable String email) {
        if (password == null) {
            return List.of("password is required");
        }
        if (!hasGoodLength(password)) {
            return withUnprintable(password, "password must be 8 to 128 characters");
        }
        if (password.isBlank()) {
            return withUnprintable(password, "password must not be blank");
        }
        if (common.contains(password)) {
            return List.of("password must not be a common one: use several words, for example");
        }
        if (OF_THIS_SITE.contains(NO_LETTERS.matcher(password).replaceAll("").toLowerCase(Locale.ROOT))) {
            return List.of("password must not be the name of this site: take several words, for instance");
        }
        if (isOwn(password, email)) {
            return List.of("password must not be your e-mail address: use several words, for example");
        }
        return withUnprintable(password);
    }

    /** Counted in the form that is hashed; a password far too long is not normalized. */
    private static boolean hasGoodLength(String password) {
        if (Passwords.isTooLongToNormalize(password)) {
            return false;
        }
        var normalized = Passwords.normalized(password);
        var length = normalized.codePointCount(0, normalized.length());
        return length >= Passwords.SHORTEST && length <= Passwords.LONGEST;
    }

    private static List<String> withUnprintable(String password, String... others) {
        var broken = new ArrayList<>(List.of(others));
        if (UNPRINTABLE.matcher(password).find()) {
            broken.add("password must not contain control characters");
        }
        return broken;
    }

    /** The address, in either spelling of its domain, or the part before its @. */
    private static boolean isOwn(String password, @Nullable String email) {
        if (email == null || email.indexOf('@') < 0) {
            return false;
        }
        var given = Objects.requireNonNull(EmailAddress.normalized(password));
        return given.equals(email) || given.equals(email.substring(0, email.lastIndexOf('@')));
    }
}
