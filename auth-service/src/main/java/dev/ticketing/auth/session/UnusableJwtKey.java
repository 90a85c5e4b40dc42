package dev.ticketing.auth.session;

/** The environment holds no key to sign session tokens with. The message never holds any of what is there. */
class UnusableJwtKey extends RuntimeException {

    UnusableJwtKey(String defect) {
        super("JWT_KEY is " + defect
                + " (expected: an Ed25519 private key in PKCS#8 PEM, e.g. openssl genpkey -algorithm ed25519)");
    }
}
