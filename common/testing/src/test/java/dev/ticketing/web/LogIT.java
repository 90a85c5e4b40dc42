package dev.ticketing.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ticketing.testing.ServiceTest;
import dev.ticketing.testing.SignedIn;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient;

/** What every service logs, and what no request can make it log. */
@ServiceTest
@ExtendWith(OutputCaptureExtension.class)
@SpringBootTest(
        classes = dev.ticketing.messaging.TestApplication.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class LogIT {

    @Autowired
    RestTestClient http;

    private final SignedIn somebody = SignedIn.someone();

    @Test
    void refusalIsALineWithUserAndCode(CapturedOutput output) {
        http.get().uri("/user").exchange().expectStatus().isUnauthorized();
        http.get()
                .uri("/nowhere?secret=1")
                .header("Cookie", somebody.cookie())
                .exchange()
                .expectStatus()
                .isNotFound();
        http.post()
                .uri("/echo")
                .header("Sec-Fetch-Site", "cross-site")
                .contentType(MediaType.APPLICATION_JSON)
                .body("{}")
                .exchange()
                .expectStatus()
                .isForbidden();

        assertThat(output.getOut().lines())
                .anyMatch(
                        line -> line.matches(
                                "\\d{4}-\\d\\d-\\d\\dT[0-9:.]+(Z|[+-]\\d\\d:\\d\\d) .*refused status=401 code=not-signed-in method=GET path=/user user=- traceId=[0-9a-f]{32}"))
                .anyMatch(line -> line.contains("refused status=404 code=not-found method=GET path=/nowhere user="))
                .anyMatch(line -> line.contains("refused status=403 code=cross-site-request method=POST path=/echo"));
        assertThat(output.getOut()).doesNotContain("secret", somebody.email());
    }

    @Test
    void bugLeavesItsTrace(CapturedOutput output) {
        http.get().uri("/bug").exchange().expectStatus().is5xxServerError();

        assertThat(output.getOut()).containsPattern("ERROR.*unforeseen").containsPattern("\\| \\s*at dev\\.ticketing");
    }

    @Test
    void noTextPassesForAnEntryOfItsOwn(CapturedOutput output) {
        var forged = "2026-01-01T00:00:00.000Z  INFO event=sign-in user=forged";

        LoggerFactory.getLogger("test").info("text\n{}\r\n{}", forged, forged);
        LoggerFactory.getLogger("test").info("error", new IllegalStateException("text\n" + forged));

        assertThat(output.getOut().lines().filter(line -> line.contains("forged")))
                .hasSize(3)
                .allMatch(line -> line.startsWith(" | "));
        assertThat(output.getOut().lines())
                .anyMatch(line -> line.startsWith(" | ") && line.contains("at dev.ticketing"));
    }
}
