package dev.ticketing.tickets.content;

import dev.ticketing.process.UnusableSetting;

/** The environment has no usable keys for contents. The message never contains any of their values. */
class UnusableContentKeys extends UnusableSetting {

    UnusableContentKeys(String defect) {
        super(defect
                + " (expected: CONTENT_KEYS=1:KEY and CONTENT_CODE_KEY=KEY, each KEY from: openssl rand -base64 32)");
    }
}
