package dev.ticketing.local.apps;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ticketing.local.process.ProcessSpec;
import dev.ticketing.local.settings.Connections;
import dev.ticketing.local.settings.SuiteOptions;
import dev.ticketing.suite.Service;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyFactory;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ApplicationsIT {

    @TempDir
    Path home;

    private final Map<String, String> caller = new HashMap<>(Map.of("RESERVATION_WINDOW", "PT2M"));

    @BeforeEach
    void pretendToHaveBuilt() throws IOException {
        for (var service : Service.all()) {
            var target = Files.createDirectories(home.resolve(service.module()).resolve("target"));
            Files.createFile(target.resolve(service.name() + "-1.0.0-SNAPSHOT.jar"));
        }
    }

    private Map<String, String> environmentOf(String name) {
        var options = new SuiteOptions(home, home.resolve(".local"), caller, Map.of(), 1, false, false);
        return new Applications(options, new Connections(options))
                .specs().stream()
                        .filter(spec -> spec.name().equals(name))
                        .map(ProcessSpec::environment)
                        .findFirst()
                        .orElseThrow();
    }

    @Test
    void secretsGoOnlyToThoseWhoNeedThem() {
        caller.putAll(Map.of("STRIPE_KEY", "sk_live_1", "JWT_KEY", "key"));

        assertThat(environmentOf("auth-service"))
                .containsKeys("JWT_KEY", "MONGODB_URI")
                .doesNotContainKey("STRIPE_KEY");
        assertThat(environmentOf("tickets-service")).containsKeys("CONTENT_KEYS", "CONTENT_CODE_KEY");
        assertThat(environmentOf("orders-service"))
                .containsKey("MONGODB_URI")
                .doesNotContainKeys("JWT_KEY", "STRIPE_KEY", "CONTENT_KEYS", "CONTENT_CODE_KEY");
        assertThat(environmentOf("payments-service"))
                .containsEntry("STRIPE_KEY", "sk_test_sandbox")
                .containsKey("STRIPE_WEBHOOK_SECRET")
                .doesNotContainKey("JWT_KEY");
        assertThat(environmentOf("expiration-service")).containsKey("REDIS_URL").doesNotContainKey("MONGODB_URI");
        assertThat(environmentOf("client"))
                .containsKey("PAYMENTS_URL")
                .doesNotContainKeys("JWT_KEY", "STRIPE_KEY", "MONGODB_URI", "STRIPE_WEBHOOK_SECRET");
    }

    @Test
    void settingsOfTheCallerArePassedOn() {
        assertThat(environmentOf("orders-service")).containsEntry("RESERVATION_WINDOW", "PT2M");
    }

    @Test
    void limitsByClientAreHigherWhereEverybodyHasOneAddress() {
        caller.put("ORDERS_PER_CLIENT", "3/PT1H");

        assertThat(environmentOf("orders-service")).containsEntry("ORDERS_PER_CLIENT", "3/PT1H");
        assertThat(environmentOf("auth-service")).containsEntry("SIGN_UPS_PER_CLIENT", "100000/PT1H");
    }

    @Test
    void sandboxAndPaymentsShareTheWebhookSecret() {
        assertThat(environmentOf("stripe-sandbox").get("STRIPE_WEBHOOK_SECRET"))
                .startsWith("whsec_")
                .isEqualTo(environmentOf("payments-service").get("STRIPE_WEBHOOK_SECRET"));
    }

    @Test
    void keyIsMadeOnceAndReadableByItsOwnerOnly() throws Exception {
        var pem = environmentOf("auth-service").get("JWT_KEY");
        var file = home.resolve(".local/data/secrets/jwt-key.pem");

        assertThat(environmentOf("auth-service")).containsEntry("JWT_KEY", pem);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        var base64 = pem.replaceAll("-----[A-Z ]+-----|\\s", "");
        var key = new PKCS8EncodedKeySpec(Base64.getDecoder().decode(base64));
        assertThat(KeyFactory.getInstance("Ed25519").generatePrivate(key).getAlgorithm())
                .isEqualTo("EdDSA");
    }
}
