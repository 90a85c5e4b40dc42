package dev.ticketing.tickets.content;

import java.time.Instant;
import org.bson.types.ObjectId;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;
import org.springframework.http.MediaType;

/**
 * The content of a ticket at rest. It counts once the ticket refers to it; one that no ticket refers to is removed.
 *
 * @param type of the file; absent if there is only a code
 * @param file sealed
 * @param code sealed, its format and its text
 */
@Document("contents")
record SealedContent(
        @Id String id,
        String ticketId,
        @Nullable String type,
        byte @Nullable [] file,
        byte @Nullable [] code,
        Instant createdAt) {

    static SealedContent of(
            String ticketId,
            @Nullable MediaType type,
            byte @Nullable [] file,
            byte @Nullable [] code,
            Instant createdAt) {
        return new SealedContent(
                new ObjectId().toHexString(), ticketId, type == null ? null : type.toString(), file, code, createdAt);
    }
}
