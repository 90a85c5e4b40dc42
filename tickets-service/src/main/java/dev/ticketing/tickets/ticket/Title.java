package dev.ticketing.tickets.ticket;

import dev.ticketing.web.InvalidInput;
import java.util.regex.Pattern;

/** The rules of a ticket's title. */
final class Title {

    private static final int LONGEST = 200;
    private static final Pattern MARGIN = Pattern.compile("^[\\s\\p{Z}]+|[\\s\\p{Z}]+$");
    /** Also halves of surrogate pairs, which no encoding can carry. */
    private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{Cc}\\p{Cs}\\p{Zl}\\p{Zp}]");

    private static final Pattern VISIBLE = Pattern.compile("[^\\p{Z}\\p{C}\\p{M}]|\\p{Co}");

    private Title() {}

    /**
     * The title without white space around it.
     *
     * @throws InvalidInput if nothing of it can be seen, it is longer than 200 characters or has control characters
     */
    static String require(String given) {
        var title = MARGIN.matcher(given).replaceAll("");
        if (UNPRINTABLE.matcher(title).find()) {
            throw new InvalidInput("title", "title must not contain control characters");
        }
        if (!VISIBLE.matcher(title).find()) {
            throw new InvalidInput("title", "title must not be empty");
        }
        if (title.codePointCount(0, title.length()) > LONGEST) {
            throw new InvalidInput("title", "title must have at most " + LONGEST + " characters");
        }
        return title;
    }
}
