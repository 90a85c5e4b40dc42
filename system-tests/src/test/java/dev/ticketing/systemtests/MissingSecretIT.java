package dev.ticketing.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.util.Base64;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every application as in a pod without its secret: it ends with one line, which names the missing setting. */
class MissingSecretIT {

    private static final Path ROOT = Path.of("").toAbsolutePath().getParent();
    private static final Map<String, String> BROKER = Map.of("NATS_USER", "service", "NATS_PASSWORD", "secret");

    private static final String CONTENT_KEY = Base64.getEncoder().encodeToString(new byte[32]);

    private static final String URI = "mongodb://service:${MONGODB_PASSWORD}@mongodb/service";

    static Stream<Arguments> incomplete() throws GeneralSecurityException {
        var mongoDb = Map.of("MONGODB_URI", URI);
        var auth = Map.of("MONGODB_URI", URI, "JWT_KEY", privateKey());
        var tickets = Map.of("MONGODB_URI", URI, "CONTENT_KEYS", "1:" + CONTENT_KEY, "CONTENT_CODE_KEY", CONTENT_KEY);
        var payments = Map.of("MONGODB_URI", URI, "STRIPE_KEY", "sk_test_1", "STRIPE_WEBHOOK_SECRET", "whsec_1");
        return Stream.of(
                Arguments.of("auth-service", BROKER, "JWT_KEY is missing"),
                Arguments.of("auth-service", auth, "MONGODB_PASSWORD is not set"),
                Arguments.of("tickets-service", BROKER, "CONTENT_KEYS is missing"),
                Arguments.of("tickets-service", tickets, "MONGODB_PASSWORD is not set"),
                Arguments.of("orders-service", mongoDb, "MONGODB_PASSWORD is not set"),
                Arguments.of("orders-service", Map.of("NATS_USER", "orders-service"), "NATS_PASSWORD is not set"),
                Arguments.of("payments-service", BROKER, "STRIPE_KEY is not set"),
                Arguments.of("payments-service", Map.of("STRIPE_KEY", "sk_test_1"), "STRIPE_WEBHOOK_SECRET is not set"),
                Arguments.of("payments-service", payments, "MONGODB_PASSWORD is not set"),
                Arguments.of(
                        "expiration-service",
                        Map.of("REDIS_URL", "redis://:${REDIS_PASSWORD}@redis:6379"),
                        "REDIS_PASSWORD is not set"),
                Arguments.of("client", Map.of("NATS_USER", "client"), "NATS_PASSWORD is not set"));
    }

    private static String privateKey() throws GeneralSecurityException {
        var key = KeyPairGenerator.getInstance("Ed25519").generateKeyPair().getPrivate();
        return "-----BEGIN PRIVATE KEY-----\n%s\n-----END PRIVATE KEY-----\n"
                .formatted(Base64.getEncoder().encodeToString(key.getEncoded()));
    }

    @ParameterizedTest
    @MethodSource("incomplete")
    void startEndsWithOneLine(String application, Map<String, String> environment, String line) throws Exception {
        var ended = start(application, environment);

        assertThat(ended.lines()).singleElement().asString().contains("ERROR", line, "(expected: ");
    }

    private static String start(String application, Map<String, String> environment)
            throws IOException, InterruptedException {
        var jar = ROOT.resolve("%1$s/target/%1$s-1.0.0-SNAPSHOT.jar".formatted(application));
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var builder = new ProcessBuilder(java, "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-jar", jar.toString());
        builder.environment()
                .keySet()
                .removeIf(name -> name.matches("NATS_.*|MONGODB_.*|REDIS_.*|STRIPE_.*|JWT_KEY|CONTENT_.*"));
        builder.environment().put("SERVER_PORT", "0");
        builder.environment().putAll(environment);
        var process = builder.redirectErrorStream(true).start();
        var output = new String(process.getInputStream().readAllBytes());
        assertThat(process.waitFor()).isEqualTo(1);
        return output;
    }
}
