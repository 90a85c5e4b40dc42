package dev.ticketing.tickets.listing;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads an amount of money from text, without ever rounding it. */
public final class Amounts {

    private static final int LONGEST = 40;
    private static final Pattern NUMBER = Pattern.compile("-?[0-9]+(\\.[0-9]+)?");

    private Amounts() {}

    /** Empty if it is not a number in JSON's notation; a number with an exponent is not an amount. */
    public static Optional<BigDecimal> parse(String text) {
        var stripped = text.strip();
        return stripped.length() <= LONGEST && NUMBER.matcher(stripped).matches()
                ? Optional.of(new BigDecimal(stripped))
                : Optional.empty();
    }
}
