package dev.ticketing.client.web.navigation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class LocalPathTest {

    @ParameterizedTest
    @ValueSource(strings = {"/", "/orders", "/orders/5f0000000000000000000001", "/?q=rock%20n%20roll&sort=-price"})
    void pathsOfThisSiteAreKept(String path) {
        assertThat(LocalPath.orHome(path)).isEqualTo(path);
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(
            strings = {
                "//evil.example",
                "/\\evil.example",
                "\\\\evil.example",
                "https://evil.example",
                "javascript:alert(1)",
                "orders",
                " /orders",
                "/orders\r\nSet-Cookie: a=b",
                "/\t/evil.example",
                "/{x}",
                "/tickets/%",
                "/%4",
                "/%zz",
                "/?q=100%",
                "/<script>",
                "/ünder"
            })
    void everythingElseLeadsHome(String path) {
        assertThat(LocalPath.orHome(path)).isEqualTo("/");
    }

    @Test
    void veryLongPathsLeadHome() {
        assertThat(LocalPath.orHome("/" + "a".repeat(2000))).isEqualTo("/");
    }

    @Test
    void signInLeadsBack() {
        assertThat(LocalPath.signInThen("/orders?cursor=a")).isEqualTo("/auth/signin?next=%2Forders%3Fcursor%3Da");
        assertThat(LocalPath.signInThen("//evil.example")).isEqualTo("/auth/signin");
    }
}
