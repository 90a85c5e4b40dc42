package dev.ticketing.simulator.world;

import dev.ticketing.web.idempotency.IdempotencyKey;
import java.util.Optional;

/**
 * A request, which may be sent several times.
 *
 * @param subjectId its subject, for the checker
 * @param body JSON, or empty
 */
record Request(String userId, String method, String path, String subjectId, String body, Optional<IdempotencyKey> key) {

    /** The service to which the front door routes it. */
    String service() {
        return path.split("/")[2] + "-service";
    }
}
