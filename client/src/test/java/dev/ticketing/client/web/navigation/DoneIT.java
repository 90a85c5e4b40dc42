package dev.ticketing.client.web.navigation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ticketing.client.testing.Browser;
import dev.ticketing.client.testing.PageTest;
import dev.ticketing.client.testing.Site;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;

@PageTest
class DoneIT {

    @Autowired
    Site site;

    @ParameterizedTest
    @EnumSource
    void nextPageConfirmsItOnce(Done done) {
        for (var language : new String[] {"en", "de"}) {
            var page = after(done.name()).with("Accept-Language", language).get("/help");

            assertThat(page.text(".flash")).isNotEmpty();
            assertThat(page.headers("Set-Cookie"))
                    .anyMatch(cookie -> cookie.startsWith("done=; ") && cookie.contains("Max-Age=0"));
        }
    }

    @Test
    void scriptInTheBackgroundTakesNothing() {
        var page = after("TICKET_SAVED").with("Sec-Fetch-Dest", "empty").get("/help");

        assertThat(page.has(".flash")).isFalse();
        assertThat(page.headers("Set-Cookie")).isEmpty();
    }

    @Test
    void inventedNoteIsNotShown() {
        assertThat(after("<b>anything</b>").get("/help").has(".flash")).isFalse();
    }

    private Browser after(String note) {
        var value = Base64.getUrlEncoder().withoutPadding().encodeToString(note.getBytes(StandardCharsets.UTF_8));
        return site.visitor().with("Cookie", "done=" + value);
    }
}
