package dev.ticketing.systemtests.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.LoadState;
import dev.ticketing.systemtests.Story;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;

class PageWeightIT extends Story {

    private static final int MOST_BYTES = 60 * 1024;

    @Test
    void fullPageOfTicketsWithAllThatItLoadsIsLight() {
        var visitor = new Visitor(
                        frontDoor(), Window.DESKTOP, Texts.of(suite().options().home(), Window.DESKTOP.locale()))
                .signedUp();
        for (var i = 0; i < 50; i++) {
            visitor.lists(
                    "Copper Tide – Northern Lights Tour, Old Corn Exchange Bristol, Fri %d Jan".formatted(i), "20");
        }
        var answers = new ArrayList<Response>();
        visitor.page().onResponse(answers::add);

        visitor.open("/").isAt("search.title");
        visitor.page().waitForLoadState(LoadState.LOAD);

        assertThat(visitor.page().locator("#results .stub").count()).isEqualTo(50);
        assertThat(answers.stream()
                        .filter(answer -> !answer.url().contains("/live")) // never ends, and has no size
                        .mapToInt(answer -> answer.request().sizes().responseBodySize
                                + answer.request().sizes().responseHeadersSize)
                        .sum())
                .isBetween(1000, MOST_BYTES);
        visitor.close();
    }
}
