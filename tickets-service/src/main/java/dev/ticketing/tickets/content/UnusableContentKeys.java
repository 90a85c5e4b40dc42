package dev.ticketing.tickets.content;

/** The service cannot start: its message is the one line in the log. */
class UnusableContentKeys extends RuntimeException {

    UnusableContentKeys(String defect) {
        super(defect
                + " (expected: CONTENT_KEYS=1:KEY and CONTENT_CODE_KEY=KEY, each KEY from: openssl rand -base64 32)");
    }
}
