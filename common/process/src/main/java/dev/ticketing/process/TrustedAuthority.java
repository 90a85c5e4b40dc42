package dev.ticketing.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Lets every client of this process (MongoDB, NATS, Redis, HTTP) trust the cluster's own authority besides those that
 * the JDK trusts. Runs before the first client is created, because the JDK reads the setting only once.
 */
final class TrustedAuthority implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    private static final Path OF_THE_JDK = Path.of(System.getProperty("java.home"), "lib", "security", "cacerts");
    private static final String PASSWORD = "changeit"; // protects certificates, which are not secret

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        var authority = context.getEnvironment().getProperty("ticketing.tls-authority", "");
        if (!authority.isBlank()) {
            trust(Path.of(authority));
        }
    }

    static void trust(Path authority) {
        try {
            var trusted = KeyStore.getInstance(OF_THE_JDK.toFile(), PASSWORD.toCharArray());
            try (var pem = Files.newInputStream(authority)) {
                for (var certificate : CertificateFactory.getInstance("X.509").generateCertificates(pem)) {
                    trusted.setCertificateEntry("cluster-" + trusted.size(), certificate);
                }
            }
            var file = Files.createTempFile("trusted", null);
            try (var out = Files.newOutputStream(file)) {
                trusted.store(out, PASSWORD.toCharArray());
            }
            System.setProperty("javax.net.ssl.trustStore", file.toString());
            System.setProperty("javax.net.ssl.trustStorePassword", PASSWORD);
        } catch (IOException | GeneralSecurityException e) {
            throw new UnusableSetting(
                    "TLS_FOLDER has no authority at " + authority + " (expected: certificates in PEM; " + e + ")");
        }
    }
}
