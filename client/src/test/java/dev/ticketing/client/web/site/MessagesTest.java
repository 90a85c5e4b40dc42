package dev.ticketing.client.web.site;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ticketing.client.web.i18n.Languages;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The texts of all languages are complete, and none is unused. */
class MessagesTest {

    private static final Path MAIN = Path.of("src/main");

    /** {@code #{key}} and {@code #{${'prefix.' + …}}} in templates. */
    private static final Pattern IN_TEMPLATE = Pattern.compile("#\\{(?:\\$\\{'([^']+)' \\+|([A-Za-z0-9.:-]+))");

    /** Words in quotes that look like a key, or like the prefix of one. */
    private static final Pattern IN_JAVA = Pattern.compile("\"([a-z][A-Za-z-]*\\.[A-Za-z0-9.:-]*)\"");

    private final Properties english = messages("messages.properties");

    @Test
    void everyLanguageHasEveryText() {
        for (var language : Languages.ALL.subList(1, Languages.ALL.size())) {
            assertThat(messages("messages_" + language + ".properties").stringPropertyNames())
                    .containsExactlyInAnyOrderElementsOf(english.stringPropertyNames());
        }
    }

    @Test
    void everyLanguageFillsInTheSame() {
        for (var language : Languages.ALL) {
            var texts = language.equals(Locale.ENGLISH) ? english : messages("messages_" + language + ".properties");
            assertThat(english.stringPropertyNames())
                    .allSatisfy(key ->
                            assertThat(gaps(texts.getProperty(key))).as(key).isEqualTo(gaps(english.getProperty(key))));
        }
    }

    /** Java ends a key at the first colon, equals sign or space. */
    @Test
    void everyKeyIsReadAsItIsWritten() {
        for (var file : List.of("messages.properties", "messages_de.properties")) {
            assertThat(lines(file))
                    .filteredOn(line -> !line.isBlank() && !line.startsWith("#"))
                    .allMatch(line -> line.matches("[A-Za-z0-9._-]+=\\S.*"));
            assertThat(lines(file).stream().filter(line -> line.contains("=")).count())
                    .as("keys of %s, each once", file)
                    .isEqualTo(messages(file).size());
        }
    }

    /** An apostrophe would disappear in every text with parameters. */
    @Test
    void everyTextIsAPattern() {
        for (var file : List.of("messages.properties", "messages_de.properties")) {
            assertThat(messages(file).values()).allSatisfy(text -> {
                assertThat((String) text).doesNotContain("'");
                new MessageFormat((String) text, Locale.ENGLISH);
            });
        }
    }

    private static List<String> lines(String file) {
        return read(MAIN.resolve("resources").resolve(file)).lines().toList();
    }

    @Test
    void everyTextIsReadSomewhere() {
        var used = used();

        assertThat(english.stringPropertyNames())
                .allMatch(key ->
                        used.stream().anyMatch(name -> name.endsWith(".") ? key.startsWith(name) : key.equals(name)));
    }

    @Test
    void everyTextThatATemplateNamesIsThere() {
        assertThat(named(IN_TEMPLATE, ".html"))
                .allMatch(name -> name.endsWith(".")
                        ? english.stringPropertyNames().stream().anyMatch(key -> key.startsWith(name))
                        : english.containsKey(name));
    }

    private static Set<String> used() {
        return Stream.concat(named(IN_TEMPLATE, ".html").stream(), named(IN_JAVA, ".java").stream())
                .collect(Collectors.toSet());
    }

    private static Set<String> named(Pattern pattern, String files) {
        try (var paths = Files.walk(MAIN)) {
            return paths.filter(path -> path.toString().endsWith(files))
                    .flatMap(path -> pattern.matcher(read(path)).results())
                    .map(found -> found.group(1) == null ? found.group(2) : found.group(1))
                    .collect(Collectors.toCollection(TreeSet::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The numbers of the parameters. */
    private static Set<Integer> gaps(String text) {
        return Arrays.stream(text.split("\\{"))
                .skip(1)
                .filter(part -> part.matches("(?s)\\d.*"))
                .map(part -> Integer.valueOf(part.substring(0, 1)))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Properties messages(String file) {
        var messages = new Properties();
        try (var reader = Files.newBufferedReader(MAIN.resolve("resources").resolve(file))) {
            messages.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return messages;
    }

    private static String read(Path path) {
        try {
            return Files.readString(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
