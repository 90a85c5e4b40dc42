package dev.ticketing.client.web.search;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HomeSearchTest {

    @Test
    void emptyFieldIsNotSent() {
        var search = new HomeSearch(" rock & roll ", " ", null, null, "", null, "", "price", " ", null);

        assertThat(search.ofTickets()).containsOnlyKeys("q", "sort", "event").containsEntry("q", "rock & roll");
        assertThat(search.isNarrow()).isTrue();
    }

    @Test
    void theNextPageIsTheSameSearch() {
        var search = new HomeSearch("rock & {roll}", null, null, null, "5", "10", "eur", "-price", "old", null);

        assertThat(search.ticketsFrom("a+b="))
                .isEqualTo(
                        "/?q=rock%20%26%20%7Broll%7D&minPrice=5&maxPrice=10&currency=eur&sort=-price&cursor=a%2Bb%3D");
        assertThat(new HomeSearch(null, null, null, null, null, null, null, null, "old", null).ticketsFrom(null))
                .isEqualTo("/");
    }

    @Test
    void daysAndCitiesBeginAtTheFirstPageAndKeepTheRest() {
        var search = new HomeSearch("opera", null, "2026-12-24", null, null, null, null, null, null, "old");

        assertThat(search.around("Bern")).isEqualTo("/?q=opera&city=Bern&from=2026-12-24");
        assertThat(search.on("2026-12-25", "2026-12-25")).isEqualTo("/?q=opera&from=2026-12-25&to=2026-12-25");
        assertThat(search.eventsFrom("1-a")).isEqualTo("/?q=opera&from=2026-12-24&after=1-a");
        assertThat(search.showsTickets()).isFalse();
    }
}
