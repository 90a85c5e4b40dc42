package dev.ticketing.client.web.live;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.http.server.observation.ServerRequestObservationContext;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class UnobservedStreamsTest {

    @Test
    void onlyStreamsAreNotObserved() {
        assertThat(isObserved("/live", "text/event-stream")).isFalse();
        assertThat(isObserved("/live", "application/json")).isTrue();
        assertThat(isObserved("/", "text/event-stream")).isTrue();
    }

    private static boolean isObserved(String path, String accept) {
        var request = new MockHttpServletRequest("GET", path);
        request.addHeader("Accept", accept);
        return new UnobservedStreams()
                .test(
                        "http.server.requests",
                        new ServerRequestObservationContext(request, new MockHttpServletResponse()));
    }
}
