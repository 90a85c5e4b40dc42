package dev.ticketing.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every pom leaves to the command line. */
class PomsTest {

    private static final Pattern PLUGINS = Pattern.compile("<plugin>.*?</plugin>", Pattern.DOTALL);

    static Stream<Path> poms() {
        return Repository.modules().map(module -> Path.of(module, "pom.xml"));
    }

    @ParameterizedTest
    @MethodSource("poms")
    void skipTestsIsObeyed(Path pom) {
        assertThat(PLUGINS.matcher(Repository.read(pom.toString())).results().map(plugin -> plugin.group()))
                .noneMatch(plugin -> plugin.contains("<skipTests>"));
    }
}
