package dev.ticketing.client.web.i18n;

import dev.ticketing.events.StripeCurrency;
import java.math.BigDecimal;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** The errors of typed amounts, with the separators of the visitor's language. */
@Component
public class AmountTexts {

    private static final BigDecimal EXAMPLE = new BigDecimal("1234.5");
    private static final int USUAL_DECIMALS = 2;

    private final MessageSource messages;

    AmountTexts(MessageSource messages) {
        this.messages = messages;
    }

    /** For a price that is out of range. */
    public String price(StripeCurrency currency, TypedAmount typed) {
        return typed.isUnclear()
                ? unclear(typed, currency.priceDecimals())
                : text(
                        "invalid.price",
                        bound(currency.least(), currency),
                        bound(currency.most(), currency),
                        currency.code().toUpperCase(Locale.ROOT));
    }

    private static String bound(BigDecimal amount, StripeCurrency currency) {
        return TypedAmount.write(amount, currency.priceDecimals(), true, LocaleContextHolder.getLocale());
    }

    /** @param key of the message about the expected input */
    public String bound(String key, TypedAmount typed) {
        return typed.isUnclear()
                ? unclear(typed, USUAL_DECIMALS)
                : text(key, TypedAmount.write(EXAMPLE, USUAL_DECIMALS, true, LocaleContextHolder.getLocale()));
    }

    /** Suggests only forms that are clear when entered. */
    private String unclear(TypedAmount typed, int decimals) {
        var offered = typed.readings().stream()
                .map(BigDecimal::stripTrailingZeros)
                .filter(reading -> reading.scale() <= decimals)
                .map(reading -> TypedAmount.write(reading, decimals, false, LocaleContextHolder.getLocale()))
                .toArray();
        return text(offered.length == 1 ? "amount.meant" : "amount.unclear", offered);
    }

    private String text(String key, Object... arguments) {
        return messages.getMessage(key, arguments, LocaleContextHolder.getLocale());
    }
}
