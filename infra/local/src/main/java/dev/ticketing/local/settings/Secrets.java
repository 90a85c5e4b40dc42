package dev.ticketing.local.settings;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.function.Supplier;

/** Secrets, created once and stored with the data, readable only by their owner. */
public record Secrets(Path folder) {

    /** An Ed25519 private key, PKCS#8 in PEM. */
    public String jwtKey() {
        return keep("jwt-key.pem", Secrets::newKey);
    }

    /** One AES key with its number, as tickets-service reads it. */
    public String contentKeys() {
        return keep("content-keys", () -> "1:" + newSymmetricKey());
    }

    /** For the fingerprints of codes. */
    public String contentCodeKey() {
        return keep("content-code-key", Secrets::newSymmetricKey);
    }

    String webhookSecret() {
        return keep("stripe-webhook-secret", Secrets::newWebhookSecret);
    }

    private static String newKey() {
        try {
            var key = KeyPairGenerator.getInstance("Ed25519").generateKeyPair().getPrivate();
            var base64 = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(key.getEncoded());
            return "-----BEGIN PRIVATE KEY-----\n" + base64 + "\n-----END PRIVATE KEY-----\n";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String newSymmetricKey() {
        return Base64.getEncoder().encodeToString(random(32));
    }

    private static String newWebhookSecret() {
        return "whsec_" + HexFormat.of().formatHex(random(24));
    }

    private static byte[] random(int bytes) {
        var random = new byte[bytes];
        new SecureRandom().nextBytes(random);
        return random;
    }

    private String keep(String name, Supplier<String> fresh) {
        var file = folder.resolve(name);
        try {
            if (!Files.exists(file)) {
                Files.createDirectories(folder);
                var mine = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
                var unfinished = Files.createTempFile(folder, name, ".new", mine);
                Files.writeString(unfinished, fresh.get());
                Files.move(unfinished, file);
            }
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
