package dev.ticketing.auth.session;

import dev.ticketing.web.session.PublicKeys;
import io.jsonwebtoken.security.Jwks;
import io.jsonwebtoken.security.OctetPrivateJwk;
import io.jsonwebtoken.security.OctetPublicJwk;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.interfaces.EdECPrivateKey;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ssl.pem.PemContent;
import org.springframework.stereotype.Component;

/**
 * The Ed25519 keys of {@code JWT_KEY}. The first one signs and all are published, so that a key can be replaced while
 * tokens of the previous one are still valid. The id of a key is its thumbprint (RFC 7638), the same in every replica.
 */
@Component
class SigningKeys implements PublicKeys {

    private static final Pattern PEM_BLOCK = Pattern.compile("(?s)-----BEGIN .+?-----END [A-Z ]+-----");

    private final List<OctetPrivateJwk<PrivateKey, PublicKey>> keys;

    /** @param pem private keys in PKCS#8 PEM, one after the other */
    SigningKeys(@Value("${ticketing.auth.jwt-key}") String pem) {
        if (pem.isBlank()) {
            throw new UnusableJwtKey("missing");
        }
        keys = PEM_BLOCK
                .matcher(pem)
                .results()
                .map(MatchResult::group)
                .map(SigningKeys::parse)
                .toList();
        if (keys.isEmpty()) {
            throw new UnusableJwtKey("not PEM");
        }
    }

    private static OctetPrivateJwk<PrivateKey, PublicKey> parse(String pem) {
        @Nullable PrivateKey key;
        try {
            key = PemContent.of(pem).getPrivateKey();
        } catch (RuntimeException e) {
            throw new UnusableJwtKey("unreadable");
        }
        if (!(key instanceof EdECPrivateKey edwards)
                || !edwards.getParams().getName().equals("Ed25519")) {
            throw new UnusableJwtKey("of the algorithm " + (key == null ? "none" : key.getAlgorithm()));
        }
        return Jwks.builder()
                .<PrivateKey, PublicKey>octetKey(key)
                .publicKeyUse("sig")
                .idFromThumbprint()
                .build();
    }

    String currentId() {
        return keys.getFirst().getId();
    }

    PrivateKey current() {
        return keys.getFirst().toKey();
    }

    @Override
    public Optional<PublicKey> find(String keyId) {
        return published().stream()
                .filter(key -> key.getId().equals(keyId))
                .map(key -> key.toKey())
                .findFirst();
    }

    List<OctetPublicJwk<PublicKey>> published() {
        return keys.stream().map(OctetPrivateJwk::toPublicJwk).toList();
    }
}
