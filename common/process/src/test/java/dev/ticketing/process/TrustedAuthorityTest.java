package dev.ticketing.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.List;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrustedAuthorityTest {

    @TempDir
    Path folder;

    @AfterEach
    void trustAsBefore() {
        System.clearProperty("javax.net.ssl.trustStore");
        System.clearProperty("javax.net.ssl.trustStorePassword");
    }

    private static List<String> trusted() throws Exception {
        var factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init((KeyStore) null);
        return Arrays.stream(((X509TrustManager) factory.getTrustManagers()[0]).getAcceptedIssuers())
                .map(X509Certificate::getSubjectX500Principal)
                .map(Object::toString)
                .toList();
    }

    private Path authority() throws Exception {
        var keytool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        var store = folder.resolve("authority.p12").toString();
        run(
                keytool,
                "-genkeypair",
                "-keystore",
                store,
                "-storepass",
                "secret",
                "-alias",
                "ca",
                "-keyalg",
                "EC",
                "-dname",
                "CN=cluster");
        var pem = folder.resolve("ca.crt");
        run(
                keytool,
                "-exportcert",
                "-rfc",
                "-keystore",
                store,
                "-storepass",
                "secret",
                "-alias",
                "ca",
                "-file",
                pem.toString());
        return pem;
    }

    private static void run(String... command) throws Exception {
        assertThat(new ProcessBuilder(command).redirectErrorStream(true).start().waitFor())
                .isZero();
    }

    @Test
    void authorityOfTheClusterIsTrustedBesidesThoseOfTheJdk() throws Exception {
        var before = trusted();

        TrustedAuthority.trust(authority());

        assertThat(trusted()).containsAll(before).contains("CN=cluster").hasSize(before.size() + 1);
    }

    @Test
    void authorityThatIsNotThereIsNamed() {
        assertThatThrownBy(() -> TrustedAuthority.trust(folder.resolve("ca.crt")))
                .isInstanceOf(UnusableSetting.class)
                .hasMessageContaining("ca.crt");
    }

    @Test
    void fileWithoutACertificateIsRefused() throws Exception {
        var file = Files.writeString(folder.resolve("ca.crt"), "-----BEGIN CERTIFICATE-----\nno\n");

        assertThatThrownBy(() -> TrustedAuthority.trust(file)).isInstanceOf(UnusableSetting.class);
    }
}
