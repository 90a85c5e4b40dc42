package dev.ticketing.tickets.listing;

import dev.ticketing.web.input.InvalidInput;
import dev.ticketing.web.input.Margin;
import java.util.regex.Pattern;

/** The rules of a ticket's title. */
final class Title {

    private static final int LONGEST = 200;
    /** Includes halves of surrogate pairs, which no encoding can represent. */
    private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{Cc}\\p{Cs}\\p{Zl}\\p{Zp}]");

    private static final Pattern VISIBLE = Pattern.compile("[^\\p{Z}\\p{C}\\p{M}]|\\p{Co}");

    private Title() {}

    /**
     * The title without surrounding white space and other invisible characters.
     *
     * @throws InvalidInput if nothing of it is visible, it is longer than 200 characters or has control characters
     */
    static String require(String given) {
        var title = Margin.trim(given);
        if (title.codePointCount(0, title.length()) > LONGEST) {
            throw new InvalidInput("title", "title must have at most " + LONGEST + " characters");
        }
        if (UNPRINTABLE.matcher(title).find()) {
            throw new InvalidInput("title", "title must not contain control characters");
        }
        if (!VISIBLE.matcher(title).find()) {
            throw new InvalidInput("title", "title must not be empty");
        }
        return title;
    }
}
