package dev.ticketing.web.input;

import dev.ticketing.events.StripeCurrency;
import dev.ticketing.process.UnusableSetting;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The supported currencies of a deployment, from {@code CURRENCIES}; the first one is the default. */
public final class Currencies {

    /** Three letters; longer input is not processed. */
    private static final int LENGTH = 3;

    private final List<StripeCurrency> traded;

    /** @throws UnusableSetting if there is none, or one that Stripe does not charge in */
    Currencies(List<String> codes) {
        traded = List.copyOf(new LinkedHashSet<>(codes.stream()
                .map(String::strip)
                .filter(code -> !code.isEmpty())
                .map(Currencies::known)
                .toList()));
        if (traded.isEmpty()) {
            throw new UnusableSetting("CURRENCIES is empty (expected: codes such as usd,eur)");
        }
    }

    /** @param codes ISO 4217, separated by commas */
    public static Currencies of(String codes) {
        return new Currencies(List.of(codes.split(",")));
    }

    private static StripeCurrency known(String code) {
        return StripeCurrency.of(code.toLowerCase(Locale.ROOT))
                .orElseThrow(() -> new UnusableSetting("CURRENCIES contains " + code
                        + " (expected: codes of currencies that Stripe charges in, such as usd,eur)"));
    }

    public List<StripeCurrency> all() {
        return traded;
    }

    public StripeCurrency first() {
        return traded.getFirst();
    }

    /** Finds a currency by its code, ignoring case; empty if it is not supported. */
    public Optional<StripeCurrency> find(@Nullable String code) {
        if (code == null) {
            return Optional.empty();
        }
        var stripped = code.length() > 2 * LENGTH ? "" : code.strip().toLowerCase(Locale.ROOT);
        return traded.stream()
                .filter(currency -> currency.code().equals(stripped))
                .findFirst();
    }
}
