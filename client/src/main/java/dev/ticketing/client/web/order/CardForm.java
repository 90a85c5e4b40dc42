package dev.ticketing.client.web.order;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * A card of the sandbox as typed; never logged, and shown again only to correct a field. Real cards are never sent
 * here.
 */
record CardForm(String number, String expiry, String cvc) {

    static final CardForm EMPTY = new CardForm("", "", "");

    private static final Pattern EXPIRY = Pattern.compile("(0?[1-9]|1[0-2])\\s*/\\s*(?:20)?(\\d{2})");

    CardForm {
        number = number == null ? "" : number.replaceAll("[\\s-]", "");
        expiry = expiry == null ? "" : expiry.strip();
        cvc = cvc == null ? "" : cvc.strip();
    }

    /** Names of messages by field; empty if it has the form of a card. */
    Map<String, String> mistakes() {
        var mistakes = new LinkedHashMap<String, String>();
        if (!number.matches("\\d{12,19}")) {
            mistakes.put("number", "card.number.invalid");
        }
        if (!EXPIRY.matcher(expiry).matches()) {
            mistakes.put("expiry", "card.expiry.invalid");
        }
        if (!cvc.matches("\\d{3,4}")) {
            mistakes.put("cvc", "card.cvc.invalid");
        }
        return mistakes;
    }

    String month() {
        return expiryPart(1);
    }

    /** Four digits. */
    String year() {
        return "20" + expiryPart(2);
    }

    private String expiryPart(int part) {
        var matcher = EXPIRY.matcher(expiry);
        if (!matcher.matches()) {
            throw new IllegalStateException("no expiry (expected: MM/YY)");
        }
        return matcher.group(part);
    }

    @Override
    public String toString() {
        return "CardForm[…]";
    }
}
