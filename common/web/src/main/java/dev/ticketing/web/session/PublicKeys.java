package dev.ticketing.web.session;

import java.security.PublicKey;
import java.util.Optional;

/** The keys that may sign session tokens. */
public interface PublicKeys {

    /** @throws Unavailable if the key is unknown and cannot be fetched at the moment */
    Optional<PublicKey> find(String keyId);

    /** The validity of a token cannot be determined at the moment. */
    final class Unavailable extends RuntimeException {

        public Unavailable(String message, Throwable cause) {
            super(message, cause);
        }
    }
}
