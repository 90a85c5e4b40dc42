package dev.ticketing.client.web.info;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ticketing.client.testing.PageTest;
import dev.ticketing.client.testing.Site;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

@PageTest
class InfoPagesIT {

    @Autowired
    Site site;

    @ParameterizedTest
    @CsvSource({
        "/help,en,Help",
        "/help,de,Hilfe",
        "/terms,en,Terms",
        "/terms,de,Nutzungsbedingungen",
        "/privacy,en,Privacy",
        "/privacy,de,Datenschutz",
        "/imprint,en,Imprint",
        "/imprint,de,Impressum"
    })
    void everyPageNamesTheOperator(String path, String language, String title) {
        var page = site.visitor().with("Accept-Language", language).get(path);

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.text("h1")).isEqualTo(title);
        assertThat(page.text(".facts")).contains("Example Ltd", "1 Long Lane London", "hello@example.com");
        assertThat(page.html().select("footer [aria-current=page]").attr("href"))
                .isEqualTo(path);
    }
}
