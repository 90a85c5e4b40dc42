package dev.ticketing.tickets.content;

import dev.ticketing.tickets.file.Barcode;
import dev.ticketing.web.input.InvalidInput;
import org.jspecify.annotations.Nullable;

/** A code that a seller types. */
record BarcodeForm(@Nullable Code barcode) {

    record Code(@Nullable String format, @Nullable String text) {}

    /** @throws InvalidInput if it is no code */
    Barcode checked() {
        if (barcode == null || barcode.format() == null || barcode.text() == null) {
            throw new InvalidInput("barcode", "barcode is required, with its format and its text");
        }
        return Barcode.of(barcode.format(), barcode.text());
    }
}
