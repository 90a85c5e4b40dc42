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
import dev.ticketing.tickets.content.ContentSettings.SealingKey;
import dev.ticketing.tickets.file.Barcode;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Seals contents. Each sealing makes a new key, which is wrapped by the first key of {@code CONTENT_KEYS} and stored
 * with the content; all keys of the list open.
 */
final class ContentKeys {

    private static final String MAC = "HmacSHA256";
    private static final AesGcmParameters WRAPPING = wrapping();

    private final Aead envelope;
    private final SecretKeySpec codeKey;

    ContentKeys(ContentSettings settings) {
        this.envelope = envelope(settings.sealingKeys());
        this.codeKey = new SecretKeySpec(settings.fingerprintKey(), MAC);
    }

    private static Aead envelope(List<SealingKey> keys) {
        try {
            AeadConfig.register();
            var keyset = KeysetHandle.newBuilder();
            for (var key : keys) {
                var entry = entry(key);
                keyset.addEntry(key == keys.getFirst() ? entry.makePrimary() : entry);
            }
            var wrapping = keyset.build().getPrimitive(RegistryConfiguration.get(), Aead.class);
            return KmsEnvelopeAead.create(PredefinedAeadParameters.AES256_GCM, wrapping);
        } catch (GeneralSecurityException e) {
            throw new UnusableContentKeys("CONTENT_KEYS is unusable: " + e.getMessage());
        }
    }

    private static KeysetHandle.Builder.Entry entry(SealingKey key) throws GeneralSecurityException {
        var secret = SecretBytes.copyFrom(key.bytes(), InsecureSecretKeyAccess.get());
        var aes = AesGcmKey.builder()
                .setParameters(WRAPPING)
                .setKeyBytes(secret)
                .setIdRequirement(key.number())
                .build();
        return KeysetHandle.importKey(aes).withFixedId(key.number());
    }

    private static AesGcmParameters wrapping() {
        try {
            return AesGcmParameters.builder()
                    .setKeySizeBytes(ContentSettings.KEY_BYTES)
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
