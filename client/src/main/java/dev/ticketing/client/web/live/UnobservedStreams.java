package dev.ticketing.client.web.live;

import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationPredicate;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.server.observation.ServerRequestObservationContext;
import org.springframework.stereotype.Component;

/**
 * Excludes open pages from observation: their duration means nothing, and the observation would be held as long as the
 * page is open.
 */
@Component
class UnobservedStreams implements ObservationPredicate {

    @Override
    public boolean test(String name, Observation.Context context) {
        return !(context instanceof ServerRequestObservationContext request && isStream(request.getCarrier()));
    }

    /**
     * The path is checked as well: an {@code Accept} header alone must not switch off observation of other requests.
     */
    private static boolean isStream(@Nullable HttpServletRequest request) {
        return request != null
                && request.getRequestURI().equals("/live")
                && MediaType.TEXT_EVENT_STREAM_VALUE.equals(request.getHeader(HttpHeaders.ACCEPT));
    }
}
