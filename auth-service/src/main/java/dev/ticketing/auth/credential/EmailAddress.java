package dev.ticketing.auth.credential;

import dev.ticketing.web.input.Margin;
import java.net.IDN;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The form of an e-mail address, and when two addresses are equal. */
public final class EmailAddress {

    /**
     * The addresses that browsers accept in {@code <input type=email>} (HTML, 4.10.5.1.5), with a dot in the domain and
     * the lengths of RFC 5321, 4.5.3.1. ASCII only, because its lower case is unambiguous; {@link #normalized} converts
     * a domain of other letters to ASCII. The lengths come first because they bound the work.
     */
    public static final String PATTERN = "(?=.{1,254}$)(?=[^@]{1,64}@)"
            + "[\\w!#$%&'*+/=?^`{|}~-]+(?:\\.[\\w!#$%&'*+/=?^`{|}~-]+)*"
            + "@(?:[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?\\.)+"
            + "[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?";

    private static final int LONGEST = 254;

    private EmailAddress() {}

    /**
     * The address in lower case, without invisible characters around it, and with its domain in ASCII (IDNA, RFC 3490),
     * so that both spellings of a domain are one address. An address that is too long, or has an invalid domain, stays
     * unchanged.
     */
    public static @Nullable String normalized(@Nullable String address) {
        if (address == null) {
            return null;
        }
        var trimmed = Margin.trim(address);
        return trimmed.length() > LONGEST ? trimmed : inAscii(trimmed).toLowerCase(Locale.ROOT);
    }

    private static String inAscii(String address) {
        var domain = address.lastIndexOf('@') + 1;
        try {
            return address.substring(0, domain) + IDN.toASCII(address.substring(domain));
        } catch (IllegalArgumentException e) {
            return address;
        }
    }
}
