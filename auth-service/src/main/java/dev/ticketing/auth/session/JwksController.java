package dev.ticketing.auth.session;

import static java.util.stream.Collectors.joining;

import io.jsonwebtoken.security.Jwks;
import java.time.Duration;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The public keys (RFC 7517) for the other services; not under {@code /api}, so the front door does not route here. */
@RestController
class JwksController {

    private static final Duration CACHEABLE = Duration.ofMinutes(5);

    private final String keys;

    JwksController(SigningKeys signingKeys) {
        keys = signingKeys.published().stream().map(Jwks::json).collect(joining(",", "{\"keys\":[", "]}"));
    }

    @GetMapping(path = "/.well-known/jwks.json", produces = "application/jwk-set+json")
    ResponseEntity<String> keys() {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.maxAge(CACHEABLE).cachePublic())
                .body(keys);
    }
}
