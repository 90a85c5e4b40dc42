package dev.ticketing.client.web.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TicketSearchTest {

    @Test
    void emptyFieldIsNotSent() {
        var search = new TicketSearch(" rock & roll ", "", null, "", "price", " ");

        assertThat(search.parameters()).containsOnlyKeys("q", "sort").containsEntry("q", "rock & roll");
        assertThat(search.isNarrow()).isTrue();
    }

    @Test
    void theNextPageIsTheSameSearch() {
        var search = new TicketSearch("rock & {roll}", "5", "10", "eur", "-price", "old");

        assertThat(search.from("a+b="))
                .isEqualTo(
                        "/?q=rock%20%26%20%7Broll%7D&minPrice=5&maxPrice=10&currency=eur&sort=-price&cursor=a%2Bb%3D");
        assertThat(new TicketSearch(null, null, null, null, null, "old").from(null))
                .isEqualTo("/");
    }
}
