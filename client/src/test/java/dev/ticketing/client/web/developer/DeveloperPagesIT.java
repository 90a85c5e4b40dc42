package dev.ticketing.client.web.developer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ticketing.client.testing.PageTest;
import dev.ticketing.client.testing.Site;
import dev.ticketing.testing.contract.ApiContract;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient;
import tools.jackson.databind.json.JsonMapper;

@PageTest
class DeveloperPagesIT {

    @Autowired
    Site site;

    @Autowired
    RestTestClient http;

    @BeforeEach
    void usualDay() {
        site.usual();
    }

    @Test
    void pageShowsEveryOperationWithItsExamplesAndRefusals() {
        var page = site.visitor().get("/developers");

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.html().select(".operation h3").eachText())
                .containsExactlyInAnyOrderElementsOf(
                        ApiContract.committed().operations().keySet());
        var order = page.html().getElementById("placeOrder");
        assertThat(order.select("pre").eachText()).anyMatch(example -> example.contains("\"ticketId\""));
        assertThat(order.select("dt").eachText())
                .contains("409 ticket-reserved", "Idempotency-Key header")
                .doesNotContain("503 service-unavailable");
        assertThat(page.texts("main > section:first-of-type dt")).contains("503 service-unavailable");
        assertThat(page.html().html().getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(60_000);
    }

    @ParameterizedTest
    @CsvSource({"POST, application/json, 405", "DELETE, text/html, 405", "FOO, application/xml, 405"})
    void programsGetProblems(String method, String accept, int status) {
        var problem = http.method(HttpMethod.valueOf(method))
                .uri("/api/openapi.json")
                .header("Accept", accept)
                .exchange()
                .expectStatus()
                .isEqualTo(status)
                .expectHeader()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .expectBody(byte[].class)
                .returnResult()
                .getResponseBody();

        assertThat(new JsonMapper().readTree(problem).path("instance").stringValue())
                .isEqualTo("/api/openapi.json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"openapi", "asyncapi"})
    void documentIsServedAsJson(String name) {
        var served = http.get()
                .uri("/api/" + name + ".json")
                .exchange()
                .expectStatus()
                .isOk()
                .expectHeader()
                .contentType(MediaType.APPLICATION_JSON)
                .expectHeader()
                .valueEquals("Cache-Control", "max-age=300, public")
                .expectBody(byte[].class)
                .returnResult()
                .getResponseBody();

        assertThat(new JsonMapper().readTree(served))
                .isEqualTo(ApiDocument.named(name).root());
    }
}
