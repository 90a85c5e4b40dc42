package dev.ticketing.web.session;

import io.jsonwebtoken.JwtException;
import io.jsonwebtoken.security.Jwks;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.PublicKey;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The keys that auth-service publishes (RFC 7517), cached until a token names an unknown one. */
public final class JwksPublicKeys implements PublicKeys {

    private static final Duration TIMEOUT = Duration.ofSeconds(2);
    private static final Duration AT_MOST_EVERY = Duration.ofSeconds(5);
    private static final int LONGEST_ANSWER = 64 * 1024;

    private final URI address;
    private final Clock clock;
    private volatile Map<String, PublicKey> keys = Map.of();
    private Instant fetchedAt = Instant.MIN;

    public JwksPublicKeys(URI address, Clock clock) {
        this.address = address;
        this.clock = clock;
    }

    @Override
    public Optional<PublicKey> find(String keyId) {
        if (!keys.containsKey(keyId)) {
            refresh();
        }
        return Optional.ofNullable(keys.get(keyId));
    }

    private synchronized void refresh() {
        if (fetchedAt.plus(AT_MOST_EVERY).isAfter(clock.instant())) {
            return;
        }
        try {
            keys = parse(fetch());
            fetchedAt = clock.instant();
        } catch (IOException | JwtException | IllegalArgumentException e) {
            throw new Unavailable("no keys from " + address.getPath(), e);
        }
    }

    private String fetch() throws IOException {
        var connection = address.toURL().openConnection();
        if (connection instanceof HttpURLConnection http) {
            http.setInstanceFollowRedirects(false); // the keys are at the configured address, and nowhere else
        }
        connection.setConnectTimeout((int) TIMEOUT.toMillis());
        connection.setReadTimeout((int) TIMEOUT.toMillis());
        connection.setUseCaches(false);
        try (var body = connection.getInputStream()) {
            return new String(body.readNBytes(LONGEST_ANSWER), StandardCharsets.UTF_8);
        } finally {
            if (connection instanceof HttpURLConnection http) {
                http.disconnect();
            }
        }
    }

    private static Map<String, PublicKey> parse(String json) {
        return Jwks.setParser().build().parse(json).getKeys().stream()
                .filter(key -> key.toKey() instanceof PublicKey)
                .collect(Collectors.toUnmodifiableMap(key -> key.getId(), key -> (PublicKey) key.toKey()));
    }
}
