package dev.ticketing.systemtests;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/**
 * A suite elsewhere, for instance in a cluster: {@code TICKETING_URL} is its front door, and its internals are
 * unreachable. {@code TICKETING_CERTIFICATE} may name a file with its certificate, or with that of its authority.
 */
final class DeployedSuite {

    private DeployedSuite() {}

    static Optional<URI> frontDoor() {
        return setting("TICKETING_URL").map(URI::create);
    }

    /** From then on every client of this program trusts only that certificate. */
    static void trustItsCertificate() {
        setting("TICKETING_CERTIFICATE").map(Path::of).filter(Files::exists).ifPresent(DeployedSuite::trust);
    }

    private static void trust(Path file) {
        try (var certificate = Files.newInputStream(file)) {
            var trusted = KeyStore.getInstance(KeyStore.getDefaultType());
            trusted.load(null, null);
            trusted.setCertificateEntry(
                    "ticketing", CertificateFactory.getInstance("X.509").generateCertificate(certificate));
            var managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            managers.init(trusted);
            var context = SSLContext.getInstance("TLS");
            context.init(null, managers.getTrustManagers(), null);
            SSLContext.setDefault(context);
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException("TICKETING_CERTIFICATE=%s is no certificate".formatted(file), e);
        }
    }

    static Optional<String> setting(String name) {
        return Optional.ofNullable(System.getenv(name)).filter(value -> !value.isBlank());
    }
}
