package dev.ticketing.client.web.i18n;

import dev.ticketing.client.api.Money;
import dev.ticketing.events.StripeCurrency;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.format.Printer;

/** The format of amounts and times in the visitor's language, for {@code ${{…}}} in templates. */
@Configuration(proxyBeanMethods = false)
class Printers {

    @Bean
    MoneyPrinter moneyPrinter() {
        return new MoneyPrinter();
    }

    @Bean
    InstantPrinter instantPrinter() {
        return new InstantPrinter();
    }

    @Bean
    VenueTimePrinter venueTimePrinter() {
        return new VenueTimePrinter();
    }

    /** The local time of a venue, which is the same for every visitor. */
    static final class VenueTimePrinter implements Printer<OffsetDateTime> {

        @Override
        public String print(OffsetDateTime time, Locale locale) {
            return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.FULL, FormatStyle.SHORT)
                    .withLocale(locale)
                    .format(time.toLocalDateTime())
                    .replace('\u202f', ' ');
        }
    }

    /** With the decimals and the sign of the currency in that language. */
    static final class MoneyPrinter implements Printer<Money> {

        @Override
        public String print(Money money, Locale locale) {
            var format = NumberFormat.getCurrencyInstance(locale);
            format.setCurrency(money.currency());
            format.setMinimumFractionDigits(decimals(money));
            format.setMaximumFractionDigits(
                    Math.max(money.amount().stripTrailingZeros().scale(), decimals(money)));
            return format.format(money.amount());
        }

        private static int decimals(Money money) {
            return StripeCurrency.of(money.code())
                    .map(StripeCurrency::priceDecimals)
                    .orElseGet(() -> Math.max(0, money.currency().getDefaultFractionDigits()));
        }
    }

    /**
     * In UTC, which it states, because the browser has not sent its time zone; otherwise in the format of
     * {@code site.js}, which replaces it. Both use CLDR formats. Its narrow spaces become ordinary ones, because
     * browsers treat them differently.
     */
    static final class InstantPrinter implements Printer<Instant> {

        @Override
        public String print(Instant instant, Locale locale) {
            return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                            .withLocale(locale)
                            .format(instant.atZone(ZoneOffset.UTC))
                            .replace('\u202f', ' ')
                    + " UTC";
        }
    }
}
