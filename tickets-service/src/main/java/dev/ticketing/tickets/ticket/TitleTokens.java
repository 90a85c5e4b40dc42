package dev.ticketing.tickets.ticket;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The words of a text in the form that search compares: letters and digits only, ignoring case, accents and width. */
public final class TitleTokens {

    private static final Pattern ACCENTS = Pattern.compile("\\p{M}+");
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");

    private TitleTokens() {}

    /** Each word once, sorted. */
    public static List<String> of(String text) {
        return words(text).distinct().sorted().toList();
    }

    /** The words in their order, with a space between them. */
    public static String phrase(String text) {
        return words(text).collect(Collectors.joining(" "));
    }

    private static Stream<String> words(String text) {
        var decomposed = Normalizer.normalize(text, Normalizer.Form.NFKD);
        return BETWEEN_WORDS
                .splitAsStream(ACCENTS.matcher(decomposed).replaceAll(""))
                .map(TitleTokens::foldCase)
                .filter(word -> !word.isEmpty());
    }

    /** Upper case first, so that ß equals ss, and a final σ equals any other. */
    private static String foldCase(String word) {
        return word.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT).replace('ς', 'σ');
    }
}
