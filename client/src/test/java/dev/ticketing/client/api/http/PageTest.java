package dev.ticketing.client.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.http.HttpHeaders;

class PageTest {

    @Test
    void theNextPageIsInTheLink() {
        assertThat(next("<http://localhost:8082/api/tickets?q=a%26b&cursor=12.50%3A5f>; rel=\"next\""))
                .isEqualTo("12.50:5f");
    }

    @Test
    void otherLinksAreNot() {
        assertThat(next("<http://localhost/api/tickets?cursor=1>; rel=\"prev\""))
                .isNull();
        assertThat(next("<http://localhost/api/tickets?limit=1>; rel=\"next\"")).isNull();
        assertThat(Page.next(new HttpHeaders())).isNull();
    }

    private static String next(String link) {
        var headers = new HttpHeaders();
        headers.set(HttpHeaders.LINK, link);
        return Page.next(headers);
    }
}
