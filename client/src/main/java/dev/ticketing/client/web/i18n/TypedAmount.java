package dev.ticketing.client.web.i18n;

import dev.ticketing.web.input.Margin;
import java.math.BigDecimal;
import java.text.DecimalFormatSymbols;
import java.text.NumberFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An amount as typed with the separators of the visitor's language: {@code 1.000} is a thousand in German. Separators
 * of another language are accepted if they are unambiguous.
 *
 * @param readings the possible amounts: one if it is clear, two if it is ambiguous, none if it is not an amount
 */
public record TypedAmount(List<BigDecimal> readings) {

    private static final int LONGEST = 40;
    private static final char POINT = '.';
    private static final char COMMA = ',';

    /** Spaces and apostrophes group digits in every language. */
    private static final Pattern GROUPING = Pattern.compile("[ \\u00a0\\u2009\\u202f'’]");

    private static final String NEUTRAL = "'";

    public static TypedAmount read(@Nullable String typed, Locale locale) {
        var text = typed == null ? "" : Margin.trim(typed);
        if (text.length() > LONGEST) {
            return new TypedAmount(List.of());
        }
        var plain = GROUPING.matcher(text).replaceAll(NEUTRAL);
        var decimal = decimal(locale);
        var own = reading(plain, decimal);
        var others = reading(plain, decimal == POINT ? COMMA : POINT);
        // in the visitor's language it groups thousands, so no one would mean three decimals
        if (own.isPresent() && own.get().scale() == 0) {
            others = Optional.empty();
        }
        return new TypedAmount(List.copyOf(new LinkedHashSet<>(
                Stream.of(own, others).flatMap(Optional::stream).toList())));
    }

    private static char decimal(Locale locale) {
        return DecimalFormatSymbols.getInstance(locale).getDecimalSeparator() == COMMA ? COMMA : POINT;
    }

    private static Optional<BigDecimal> reading(String text, char decimal) {
        var grouping = decimal == POINT ? COMMA : POINT;
        var whole =
                "[0-9]+|[1-9][0-9]{0,2}(?:\\%c[0-9]{3})+|[1-9][0-9]{0,2}(?:%s[0-9]{3})+".formatted(grouping, NEUTRAL);
        return text.matches("(?:%s)(?:\\%c[0-9]{1,3})?".formatted(whole, decimal))
                ? Optional.of(new BigDecimal(text.replace(NEUTRAL, "")
                        .replace(Character.toString(grouping), "")
                        .replace(decimal, POINT)))
                : Optional.empty();
    }

    /** In the format of the services; empty unless it is clear. */
    public Optional<String> plain() {
        return readings.size() == 1 ? Optional.of(readings.getFirst().toPlainString()) : Optional.empty();
    }

    public boolean isUnclear() {
        return readings.size() > 1;
    }

    /** An amount as it would be typed in a language, with or without grouped thousands. */
    public static String write(BigDecimal amount, int decimals, boolean isGrouped, Locale locale) {
        var format = NumberFormat.getNumberInstance(locale);
        format.setGroupingUsed(isGrouped);
        format.setMinimumFractionDigits(decimals);
        format.setMaximumFractionDigits(Math.max(decimals, amount.scale()));
        return format.format(amount);
    }
}
