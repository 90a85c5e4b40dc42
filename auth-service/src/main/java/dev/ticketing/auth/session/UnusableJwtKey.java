package dev.ticketing.auth.session;

import dev.ticketing.process.UnusableSetting;

/** The environment has no usable key to sign session tokens. The message never contains any of its value. */
class UnusableJwtKey extends UnusableSetting {

    UnusableJwtKey(String defect) {
        super("JWT_KEY is " + defect
                + " (expected: an Ed25519 private key in PKCS#8 PEM, e.g. openssl genpkey -algorithm ed25519)");
    }
}
