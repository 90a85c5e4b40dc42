package dev.ticketing.tickets.application;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ticketing.testing.ServiceTest;
import dev.ticketing.testing.SignedIn;
import dev.ticketing.testing.load.AtOnce;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;

@ServiceTest
@TestPropertySource(properties = "ticketing.tickets.listings-per-seller=7/PT1H")
class ListingLimitIT {

    @Autowired
    RestTestClient http;

    private final SignedIn seller = SignedIn.someone();

    @Test
    void sellerListsUpToTheirLimit() {
        var statuses = AtOnce.all(
                50,
                number -> list(seller).returnResult(String.class).getStatus().value());

        assertThat(statuses).filteredOn(status -> status == 201).hasSize(7);
        assertThat(statuses).filteredOn(status -> status == 429).hasSize(43);
        list(seller)
                .expectHeader()
                .exists(HttpHeaders.RETRY_AFTER)
                .expectHeader()
                .valueEquals("RateLimit-Policy", "\"listings-by-account\";q=7;w=3600")
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("too-many-listings");
        list(SignedIn.someone()).expectStatus().isCreated();
    }

    private ResponseSpec list(SignedIn user) {
        return http.post()
                .uri("/api/tickets")
                .header("Cookie", user.cookie())
                .contentType(MediaType.APPLICATION_JSON)
                .body("{\"title\":\"Front row\",\"price\":20}")
                .exchange();
    }
}
