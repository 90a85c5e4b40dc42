package dev.ticketing.events;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Stripe's units and limits for amounts of a currency (docs.stripe.com/currencies). Events and documents use its minor
 * units, which sometimes differ from those of ISO 4217 in the JDK.
 *
 * @param code ISO 4217, in lower case
 * @param decimals of the minor unit
 * @param step amounts in minor units are multiples of it
 * @param leastMinor the smallest charge
 * @param mostMinor the largest charge
 */
public record StripeCurrency(String code, int decimals, int step, long leastMinor, long mostMinor) {

    private static final Set<String> WITHOUT_DECIMALS = Set.of(
            "bif", "clp", "djf", "gnf", "jpy", "kmf", "krw", "mga", "pyg", "rwf", "vnd", "vuv", "xaf", "xof", "xpf");

    /** The last decimal must be 0. */
    private static final Set<String> WITH_THREE_DECIMALS = Set.of("bhd", "jod", "kwd", "omr", "tnd");

    /** Written with two decimals, which must be 0. */
    private static final Set<String> WITH_DECIMALS_OF_ZERO = Set.of("isk", "ugx");

    /** Stripe's own minimums. */
    private static final String MINIMUMS = """
            usd 0.50 aed 2 aud 0.50 bgn 1 brl 0.50 cad 0.50 chf 0.50 czk 15 dkk 2.50 eur 0.50 gbp 0.30
            hkd 4 huf 175 inr 0.50 jpy 50 mxn 10 myr 2 nok 3 nzd 0.50 pln 2 ron 2 sek 3 sgd 0.50 thb 10
            """;

    /**
     * Stripe converts other currencies, and the result must reach the minimum of the account's own currency. These
     * amounts are rounded up from 0.50 US dollars, as of 2025.
     */
    private static final String CONVERTED_MINIMUMS = """
            afn 50 all 60 amd 250 ang 1 aoa 600 ars 1000 awg 1 azn 1 bam 1 bbd 1 bdt 80 bhd 0.50 bif 2000
            bmd 0.50 bnd 1 bob 5 bsd 0.50 bwp 10 byn 2 bzd 1 cdf 2000 clp 600 cny 5 cop 3000 crc 400 cve 70
            djf 120 dop 50 dzd 100 egp 40 etb 100 fjd 2 fkp 0.50 gel 2 gip 0.50 gmd 50 gnf 6000 gtq 5
            gyd 150 hnl 20 htg 100 idr 10000 ils 2 isk 100 jmd 100 jod 0.50 kes 100 kgs 60 khr 3000 kmf 300
            krw 1000 kwd 0.50 kyd 0.50 kzt 400 lak 15000 lbp 60000 lkr 200 lrd 150 lsl 15 mad 8 mdl 12
            mga 3500 mkd 40 mmk 3000 mnt 2500 mop 5 mur 30 mvr 10 mwk 1500 mzn 50 nad 15 ngn 1000 nio 25
            npr 100 omr 0.50 pab 0.50 pen 2 pgk 3 php 40 pkr 200 pyg 5000 qar 2 rsd 70 rub 60 rwf 1000
            sar 2 sbd 6 scr 10 shp 0.50 sle 15 sos 400 srd 25 std 15000 szl 15 tjs 8 tnd 2 top 2 try 30
            ttd 5 twd 20 tzs 2000 uah 30 ugx 2500 uyu 30 uzs 10000 vnd 20000 vuv 80 wst 2 xaf 400 xcd 2
            xof 400 xpf 80 yer 200 zar 15 zmw 20
            """;

    private static final long EIGHT_DIGITS = 99_999_999;
    private static final long TWELVE_DIGITS = 999_999_999_999L;

    private static final Map<String, StripeCurrency> ALL = all(MINIMUMS + CONVERTED_MINIMUMS);

    private static Map<String, StripeCurrency> all(String minimums) {
        var words = minimums.strip().split("\\s+");
        var all = new HashMap<String, StripeCurrency>();
        for (var i = 0; i < words.length; i += 2) {
            all.put(words[i], of(words[i], new BigDecimal(words[i + 1])));
        }
        return Map.copyOf(all);
    }

    private static StripeCurrency of(String code, BigDecimal least) {
        var decimals = WITHOUT_DECIMALS.contains(code) ? 0 : WITH_THREE_DECIMALS.contains(code) ? 3 : 2;
        var step = WITH_THREE_DECIMALS.contains(code) ? 10 : WITH_DECIMALS_OF_ZERO.contains(code) ? 100 : 1;
        var most = code.equals("idr") ? TWELVE_DIGITS : EIGHT_DIGITS;
        return new StripeCurrency(
                code, decimals, step, least.movePointRight(decimals).longValueExact(), most - most % step);
    }

    /** Empty if Stripe does not charge in the currency. */
    public static Optional<StripeCurrency> of(@Nullable String code) {
        return Optional.ofNullable(ALL.get(code));
    }

    /** An amount in major units. */
    public static BigDecimal major(long minor, String currency) {
        return BigDecimal.valueOf(minor, decimalsOf(currency));
    }

    /**
     * Decimals of the minor unit; by ISO 4217 if Stripe does not charge in the currency, because there may be old
     * documents.
     */
    public static int decimalsOf(String currency) {
        return of(currency).map(StripeCurrency::decimals).orElseGet(() -> isoDecimals(currency));
    }

    private static int isoDecimals(String currency) {
        return Math.max(
                0, Currency.getInstance(currency.toUpperCase(Locale.ROOT)).getDefaultFractionDigits());
    }

    /** The number of decimals that a price may have. */
    public int priceDecimals() {
        return decimals - String.valueOf(step).length() + 1;
    }

    public BigDecimal least() {
        return price(leastMinor);
    }

    public BigDecimal most() {
        return price(mostMinor);
    }

    private BigDecimal price(long minor) {
        return BigDecimal.valueOf(minor, decimals).setScale(priceDecimals());
    }
}
