package dev.ticketing.tickets.input;

import dev.ticketing.web.input.InvalidInput;
import dev.ticketing.web.input.Margin;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The rules of a line of text that people read. */
public final class Text {

    public static final int LONGEST_TITLE = 200;

    /** Includes halves of surrogate pairs, which no encoding can represent. */
    private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{Cc}\\p{Cs}\\p{Zl}\\p{Zp}]");

    private static final Pattern VISIBLE = Pattern.compile("[^\\p{Z}\\p{C}\\p{M}]|\\p{Co}");

    private Text() {}

    /**
     * The text without surrounding white space and other invisible characters.
     *
     * @param field name of the input
     * @param longest number of characters
     * @throws InvalidInput if nothing of it is visible, it is too long or has control characters
     */
    public static String require(String field, @Nullable String given, int longest) {
        if (given == null) {
            throw new InvalidInput(field, field + " is required, as text");
        }
        var text = Margin.trim(given);
        if (text.codePointCount(0, text.length()) > longest) {
            throw new InvalidInput(field, field + " must have at most " + longest + " characters");
        }
        if (UNPRINTABLE.matcher(text).find()) {
            throw new InvalidInput(field, field + " must not contain control characters");
        }
        if (!VISIBLE.matcher(text).find()) {
            throw new InvalidInput(field, field + " must not be empty");
        }
        return text;
    }
}
