package dev.ticketing.client.web.i18n;

import dev.ticketing.client.web.cookie.SiteCookie;
import dev.ticketing.events.StripeCurrency;
import dev.ticketing.web.input.Currencies;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** The currency of a visitor: the last one chosen, else that of the region, else the first supported one. */
@Component
public class VisitorCurrency {

    private static final SiteCookie COOKIE = new SiteCookie("currency");

    private static final Duration KEPT = Duration.ofDays(365);

    private final Currencies currencies;

    VisitorCurrency(Currencies currencies) {
        this.currencies = currencies;
    }

    public StripeCurrency of(HttpServletRequest request) {
        return chosen(request)
                .or(() -> ofRegion(LocaleContextHolder.getLocale()))
                .orElseGet(currencies::first);
    }

    public StripeCurrency first() {
        return currencies.first();
    }

    /** The codes of all supported currencies. */
    public List<String> all() {
        return currencies.all().stream().map(StripeCurrency::code).toList();
    }

    public Optional<StripeCurrency> find(@Nullable String code) {
        return currencies.find(code);
    }

    private Optional<StripeCurrency> chosen(HttpServletRequest request) {
        return COOKIE.read(request).flatMap(this::find);
    }

    private Optional<StripeCurrency> ofRegion(Locale locale) {
        try {
            return Optional.ofNullable(Currency.getInstance(locale))
                    .flatMap(currency -> find(currency.getCurrencyCode()));
        } catch (IllegalArgumentException e) {
            return Optional.empty(); // no region, or not a country
        }
    }

    public void keep(StripeCurrency currency, HttpServletRequest request, HttpServletResponse response) {
        if (chosen(request).filter(currency::equals).isPresent()) {
            return;
        }
        COOKIE.write(currency.code(), KEPT, request, response);
    }
}
