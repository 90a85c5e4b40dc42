package dev.ticketing.client.web.site;

import java.util.regex.Pattern;

/** An amount as people type it. */
public final class TypedAmount {

    /** A comma before one or two digits is a decimal one wherever people live; before three it is left to be refused. */
    private static final Pattern DECIMAL_COMMA = Pattern.compile("(\\d+),(\\d{1,2})");

    private TypedAmount() {}

    /** As the services take it; whatever is no amount stays as it is. */
    public static String plain(String typed) {
        if (typed == null) {
            return null;
        }
        var matcher = DECIMAL_COMMA.matcher(typed.strip());
        return matcher.matches() ? matcher.group(1) + "." + matcher.group(2) : typed.strip();
    }
}
