package dev.ticketing.client.web.site;

import dev.ticketing.client.api.Money;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.format.Printer;

/** How amounts and times read in the visitor's language, for {@code ${{…}}} in templates. */
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

    /** With the currency's own number of decimals and its sign in that language. */
    static final class MoneyPrinter implements Printer<Money> {

        @Override
        public String print(Money money, Locale locale) {
            var format = NumberFormat.getCurrencyInstance(locale);
            format.setCurrency(money.currency());
            format.setMinimumFractionDigits(money.currency().getDefaultFractionDigits());
            format.setMaximumFractionDigits(
                    Math.max(money.amount().scale(), money.currency().getDefaultFractionDigits()));
            return format.format(money.amount());
        }
    }

    /** In UTC and says so, because the browser has not told its time zone. */
    static final class InstantPrinter implements Printer<Instant> {

        @Override
        public String print(Instant instant, Locale locale) {
            return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                            .withLocale(locale)
                            .format(instant.atZone(ZoneOffset.UTC))
                    + " UTC";
        }
    }
}
