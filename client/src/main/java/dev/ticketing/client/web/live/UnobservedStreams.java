package dev.ticketing.client.web.live;

import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationPredicate;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.server.observation.ServerRequestObservationContext;
import org.springframework.stereotype.Component;

/** An open page is no request whose duration says anything, and what observes it would be held as long as the page is open. */
@Component
class UnobservedStreams implements ObservationPredicate {

    @Override
    public boolean test(String name, Observation.Context context) {
        return !(context instanceof ServerRequestObservationContext request && isStream(request.getCarrier()));
    }

    /** Of the address, too: nobody is to go unobserved elsewhere by what he says that he accepts. */
    private static boolean isStream(HttpServletRequest request) {
        return request.getRequestURI().equals("/live")
                && MediaType.TEXT_EVENT_STREAM_VALUE.equals(request.getHeader(HttpHeaders.ACCEPT));
    }
}
