package dev.ticketing.auth.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class StartUpIT {

    @Test
    void startWithoutAKeyFailsWithTheReason() throws Exception {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var builder = new ProcessBuilder(
                        java, "-cp", System.getProperty("java.class.path"), "dev.ticketing.auth.AuthApplication")
                .redirectErrorStream(true);
        builder.environment().remove("JWT_KEY");
        builder.environment().put("SERVER_PORT", "0");

        var process = builder.start();
        var output = new String(process.getInputStream().readAllBytes());

        assertThat(process.waitFor()).isNotZero();
        assertThat(output.lines())
                .singleElement()
                .asString()
                .endsWith("JWT_KEY is missing (expected: an Ed25519 private key in PKCS#8 PEM,"
                        + " e.g. openssl genpkey -algorithm ed25519)");
    }
}
