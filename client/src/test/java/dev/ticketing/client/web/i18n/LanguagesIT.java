package dev.ticketing.client.web.i18n;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ticketing.client.testing.PageTest;
import dev.ticketing.client.testing.Site;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

@PageTest
class LanguagesIT {

    @Autowired
    Site site;

    @BeforeEach
    void usualDay() {
        site.usual();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "de-DE,de;q=0.9,en;q=0.8 | de | 20,00 $",
                "de-AT | de | $ 20,00",
                "fr-FR,en-GB;q=0.5 | en | US$20.00",
                "en-US | en | $20.00",
                "fr | en | $20.00",
                "* | en | $20.00"
            })
    void pageIsInALanguageThatTheBrowserWishesFor(String wish, String language, String price) {
        var page = site.visitor().with("Accept-Language", wish).get(Site.TICKET_PAGE);

        assertThat(page.html().select("html").attr("lang")).isEqualTo(language);
        assertThat(page.text(".amount").replace('\u00a0', ' ')).isEqualTo(price);
    }

    @Test
    void chosenLanguageHasPriority() {
        var answer = site.visitor()
                .with("Accept-Language", "en-US")
                .post("/language", Map.of("language", "de", "next", "/?q=a"));

        assertThat(answer.status()).isEqualTo(303);
        assertThat(answer.header("Location")).isEqualTo("/?q=a");
        assertThat(answer.header("Set-Cookie")).startsWith("language=de; ").contains("HttpOnly", "SameSite=Lax");
        var page = site.visitor()
                .with("Accept-Language", "en-US")
                .with("Cookie", "language=de")
                .get("/");
        assertThat(page.html().select("html").attr("lang")).isEqualTo("de");
        assertThat(page.texts(".languages [aria-current]")).containsExactly("Deutsch");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/auth/signout", "/auth/signout-everywhere", "/language", "/cookies/clear", "/nowhere"})
    void languageSwitchLeadsOnlyToPages(String form) {
        var answer = site.visitor().post("/language", Map.of("language", "de", "next", form));

        assertThat(answer.header("Location")).isEqualTo("/");
    }

    @Test
    void theSwitchLeadsToNoOtherSiteAndToNoOtherLanguage() {
        var away = site.visitor().post("/language", Map.of("language", "de", "next", "//evil.example"));
        assertThat(away.header("Location")).isEqualTo("/");

        assertThat(site.visitor().post("/language", Map.of("language", "xx")).status())
                .isEqualTo(400);
        assertThat(site.visitor()
                        .with("Cookie", "language=xx")
                        .get("/")
                        .html()
                        .select("html")
                        .attr("lang"))
                .isEqualTo("en");
    }
}
