package dev.ticketing.web;

import java.security.PublicKey;
import java.util.Optional;

/** The keys that session tokens may be signed with. */
public interface PublicKeys {

    /** @throws Unavailable if the key is not known and cannot be asked for now */
    Optional<PublicKey> find(String keyId);

    /** Nobody can say now whether a token is good. */
    final class Unavailable extends RuntimeException {

        public Unavailable(String message, Throwable cause) {
            super(message, cause);
        }
    }
}
