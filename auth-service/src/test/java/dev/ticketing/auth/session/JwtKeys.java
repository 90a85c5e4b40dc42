package dev.ticketing.auth.session;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.util.Base64;
import java.util.HexFormat;

/** Keys in the format of {@code openssl genpkey}. */
public final class JwtKeys {

    /** The prefix of the 32 bytes of an Ed25519 key in PKCS#8 (RFC 8410, 7). */
    private static final byte[] PKCS_8 = HexFormat.of().parseHex("302e020100300506032b657004220420");

    private JwtKeys() {}

    /** A new key. */
    public static String ed25519() {
        return pem("Ed25519");
    }

    /** @param key the {@code d} of a JWK */
    static String ed25519(String key) {
        var bytes = Base64.getUrlDecoder().decode(key);
        return pem(ByteBuffer.allocate(PKCS_8.length + bytes.length)
                .put(PKCS_8)
                .put(bytes)
                .array());
    }

    static String pem(String algorithm) {
        try {
            return pem(KeyPairGenerator.getInstance(algorithm)
                    .generateKeyPair()
                    .getPrivate()
                    .getEncoded());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String pem(byte[] encoded) {
        var base64 = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(encoded);
        return "-----BEGIN PRIVATE KEY-----\n" + base64 + "\n-----END PRIVATE KEY-----\n";
    }
}
