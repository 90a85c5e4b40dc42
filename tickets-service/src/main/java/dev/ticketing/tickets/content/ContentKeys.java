package dev.ticketing.tickets.content;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.AesGcmKey;
import com.google.crypto.tink.aead.AesGcmParameters;
import com.google.crypto.tink.aead.KmsEnvelopeAead;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import com.google.crypto.tink.util.SecretBytes;
import dev.ticketing.tickets.file.Barcode;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Seals contents. Each sealing makes a new key, which is wrapped by the first key of {@code CONTENT_KEYS} and stored
 * with the content; all keys of the list open.
 */
final class ContentKeys {

    private static final String MAC = "HmacSHA256";
    private static final int KEY_BYTES = 32;

    private static final AesGcmParameters WRAPPING = wrapping();

    private final Aead envelope;
    private final SecretKeySpec codeKey;

    /** @throws UnusableContentKeys if one is missing or malformed */
    ContentKeys(String keys, String codeKey) {
        if (keys.isBlank()) {
            throw new UnusableContentKeys("CONTENT_KEYS is missing");
        }
        this.envelope = envelope(keys);
        this.codeKey = new SecretKeySpec(bytes("CONTENT_CODE_KEY", codeKey), MAC);
    }

    private static Aead envelope(String keys) {
        try {
            AeadConfig.register();
            var keyset = KeysetHandle.newBuilder();
            var entries = Stream.of(keys.split(","))
                    .map(String::strip)
                    .map(ContentKeys::entry)
                    .toList();
            entries.getFirst().makePrimary();
            entries.forEach(keyset::addEntry);
            var wrapping = keyset.build().getPrimitive(RegistryConfiguration.get(), Aead.class);
            return KmsEnvelopeAead.create(PredefinedAeadParameters.AES256_GCM, wrapping);
        } catch (GeneralSecurityException e) {
            throw new UnusableContentKeys("CONTENT_KEYS is unusable: " + e.getMessage());
        }
    }

    private static KeysetHandle.Builder.Entry entry(String numbered) {
        var parts = numbered.split(":", 2);
        if (parts.length < 2 || !parts[0].matches("[1-9][0-9]{0,8}")) {
            throw new UnusableContentKeys("CONTENT_KEYS has a key without a number");
        }
        try {
            var number = Integer.parseInt(parts[0]);
            var secret = SecretBytes.copyFrom(bytes("CONTENT_KEYS", parts[1]), InsecureSecretKeyAccess.get());
            var key = AesGcmKey.builder()
                    .setParameters(WRAPPING)
                    .setKeyBytes(secret)
                    .setIdRequirement(number)
                    .build();
            return KeysetHandle.importKey(key).withFixedId(number);
        } catch (GeneralSecurityException e) {
            throw new UnusableContentKeys("CONTENT_KEYS is unusable: " + e.getMessage());
        }
    }

    private static byte[] bytes(String variable, String base64) {
        try {
            var bytes = Base64.getDecoder().decode(base64.strip());
            if (bytes.length == KEY_BYTES) {
                return bytes;
            }
        } catch (IllegalArgumentException e) {
            // told below, without the secret
        }
        throw new UnusableContentKeys(
                base64.isBlank() ? variable + " is missing" : variable + " has a key that is not Base64 of 32 bytes");
    }

    private static AesGcmParameters wrapping() {
        try {
            return AesGcmParameters.builder()
                    .setKeySizeBytes(KEY_BYTES)
                    .setIvSizeBytes(12)
                    .setTagSizeBytes(16)
                    .setVariant(AesGcmParameters.Variant.TINK)
                    .build();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** @param ticketId to which the content is bound: it cannot be opened as that of another ticket */
    byte[] seal(String ticketId, byte[] content) {
        try {
            return envelope.encrypt(content, ticketId.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the content of ticket " + ticketId + " cannot be sealed", e);
        }
    }

    byte[] open(String ticketId, byte[] sealed) {
        try {
            return envelope.decrypt(sealed, ticketId.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(
                    "the content of ticket " + ticketId + " cannot be opened with any of CONTENT_KEYS", e);
        }
    }

    /** The same for the same code at the same event, and useless without the key. */
    String fingerprint(Barcode code, String eventId) {
        try {
            var mac = Mac.getInstance(MAC);
            mac.init(codeKey);
            mac.update((eventId + ":" + code.text()).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(mac.doFinal());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
