package dev.ticketing.auth.user;

import java.util.Locale;

/** What counts as an e-mail address, and when two are the same. */
final class EmailAddress {

    /**
     * What browsers take in {@code <input type=email>} (HTML, 4.10.5.1.5), with a dot in the domain and the lengths of RFC
     * 5321, 4.5.3.1. ASCII only, where lower case is beyond dispute; browsers send a domain of other letters as Punycode.
     * The lengths come first: they bound the work.
     */
    static final String PATTERN = "(?=.{1,254}$)(?=[^@]{1,64}@)"
            + "[\\w!#$%&'*+/=?^`{|}~-]+(?:\\.[\\w!#$%&'*+/=?^`{|}~-]+)*"
            + "@(?:[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?\\.)+"
            + "[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?";

    private EmailAddress() {}

    /** Without space around it and in lower case. */
    static String normalized(String address) {
        return address == null ? null : address.strip().toLowerCase(Locale.ROOT);
    }
}
