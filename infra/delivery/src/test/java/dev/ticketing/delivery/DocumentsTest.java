package dev.ticketing.delivery;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every document names only files, classes, settings and numbers that the code has, and all have the same layout. */
class DocumentsTest {

    private static final int WIDTH = 120;
    private static final int WORDS_ON_TWO_PAGES = 1000;
    private static final Set<String> NO_SOURCES = Set.of(".git", ".local", "target", "node_modules", "golden");

    private static final Pattern FENCED = Pattern.compile("(?ms)^ *```.*?^ *```$");
    private static final Pattern CODE = Pattern.compile("`([^`\n]+)`");
    private static final Pattern LINK = Pattern.compile("]\\(([^)\\s]+)\\)");
    private static final Pattern HEADING = Pattern.compile("(?m)^#+ (.*)$");
    private static final Pattern PATH = Pattern.compile("(?:[\\w.-]+/)+[\\w.-]+\\.(?:java|md|sh|js|yaml|conf|css)");
    private static final Pattern CLASS = Pattern.compile("[A-Z][a-z0-9]+(?:[A-Z][a-z0-9]+)+");
    private static final Pattern WORD = Pattern.compile("\\w+");
    private static final Pattern VARIABLE = Pattern.compile("\\b[A-Z][A-Z0-9]+(?:_[A-Z0-9]+)+\\b");
    private static final Pattern PROPERTY = Pattern.compile("ticketing(?:\\.[a-z-]+){2,}");
    private static final Pattern DEFAULT = Pattern.compile("\\$\\{([A-Z_]+):([^}]*)}");
    private static final Pattern ROW = Pattern.compile("(?m)^\\| [^|]+ \\| `([A-Z_]+)` \\| `([^`]+)` \\|");

    /** Names from other programs that none of our files contains. */
    private static final Set<String> OF_OTHERS = Set.of(
            "BroadcastChannel",
            "CreateContainerConfigError",
            "ForwardedHeaderFilter",
            "IfNotPresent",
            "LOGGING_STRUCTURED_FORMAT_CONSOLE",
            "ImagePullBackOff",
            "VolumeSnapshot");

    private static Map<Path, String> documents;
    private static Map<Path, String> sources;
    private static Set<String> words;

    @BeforeAll
    static void readAll() throws IOException {
        documents = files("[^.]+\\.md");
        sources = files(".*\\.(?:java|js|css|html|sh|ya?ml|conf|flags|properties|xml)|dev");
        words = sources.entrySet().stream()
                .filter(source -> !source.getKey().endsWith("DocumentsTest.java"))
                .flatMap(source -> WORD.matcher(source.getValue()).results())
                .map(MatchResult::group)
                .collect(toSet());
    }

    private static Map<Path, String> files(String name) throws IOException {
        try (var files = Files.walk(Repository.root())) {
            return files.filter(file -> file.getFileName().toString().matches(name))
                    .filter(file -> Stream.iterate(file, Path::getParent)
                            .takeWhile(folder -> !folder.equals(Repository.root()))
                            .noneMatch(folder ->
                                    NO_SOURCES.contains(folder.getFileName().toString())))
                    .filter(Files::isRegularFile)
                    .collect(toMap(file -> file, Repository::read));
        }
    }

    private static Stream<String> named(Pattern what) {
        return documents.values().stream()
                .flatMap(document ->
                        CODE.matcher(FENCED.matcher(document).replaceAll("")).results())
                .map(code -> code.group(1))
                .filter(code -> what.matcher(code).lookingAt())
                .distinct();
    }

    @Test
    void linksLeadToFilesAndHeadings() {
        documents.forEach((document, text) -> assertThat(
                        LINK.matcher(FENCED.matcher(text).replaceAll("")).results())
                .as("links in %s", document)
                .map(link -> link.group(1))
                .filteredOn(link -> !link.contains("://"))
                .allMatch(link -> isThere(document, link)));
    }

    private static boolean isThere(Path document, String link) {
        var parts = link.split("#", 2);
        var target = parts[0].isEmpty()
                ? document
                : document.resolveSibling(parts[0]).normalize();
        return Files.exists(target)
                && (parts.length == 1
                        || HEADING.matcher(documents.get(target)).results().anyMatch(is(parts[1])));
    }

    private static Predicate<MatchResult> is(String anchor) {
        return heading -> heading.group(1)
                .toLowerCase()
                .replaceAll("[^\\w -]", "")
                .replace(' ', '-')
                .equals(anchor);
    }

    @Test
    void filesExist() {
        documents.forEach((document, text) -> assertThat(CODE.matcher(text).results())
                .as("files in %s", document)
                .map(code -> code.group(1))
                .filteredOn(code -> PATH.matcher(code).matches())
                .allMatch(path -> Stream.concat(sources.keySet().stream(), documents.keySet().stream())
                        .anyMatch(file -> file.endsWith(path))));
    }

    @Test
    void classesExist() {
        assertThat(named(CLASS))
                .hasSizeGreaterThan(30)
                .map(code -> code.replaceAll("\\W.*", ""))
                .filteredOn(name -> CLASS.matcher(name).matches() && !OF_OTHERS.contains(name))
                .allMatch(words::contains);
    }

    @Test
    void environmentVariablesExist() {
        assertThat(documents.values().stream()
                        .flatMap(document -> VARIABLE.matcher(document).results())
                        .map(MatchResult::group)
                        .filter(name -> !OF_OTHERS.contains(name))
                        .distinct())
                .hasSizeGreaterThan(30)
                .allMatch(name ->
                        words.contains(name) || isAProperty(name.toLowerCase().replace('_', '.')));
    }

    @Test
    void propertiesAndMetricsExist() {
        assertThat(named(PROPERTY)).hasSizeGreaterThan(8).allMatch(name -> isAMetric(name) || isAProperty(name));
    }

    /** The code contains either the whole name, or a prefix ending with a dot and the last part. */
    private static boolean isAMetric(String name) {
        var dot = name.lastIndexOf('.') + 1;
        return sources.values().stream()
                .anyMatch(source -> source.contains("\"" + name + "\"")
                        || source.contains("\"" + name.substring(0, dot) + "\"")
                                && source.contains("\"" + name.substring(dot) + "\""));
    }

    /** A component of a class with {@code @ConfigurationProperties}, in any spelling. */
    private static boolean isAProperty(String name) {
        var end = name.replaceFirst("=.*", "").lastIndexOf('.');
        var prefix = name.substring(0, end);
        var component = name.replaceFirst("=.*", "").substring(end + 1).replace("-", "");
        return sources.values().stream()
                .filter(source -> source.contains("@ConfigurationProperties(\"" + prefix + "\")"))
                .anyMatch(source -> source.toLowerCase().matches("(?s).*\\b" + component + "\\b.*"));
    }

    @Test
    void defaultsAreThoseOfTheServices() {
        var defaults = sources.entrySet().stream()
                .filter(source -> source.getKey().toString().matches(".*src/main/resources/\\w+\\.yaml"))
                .flatMap(source -> DEFAULT.matcher(source.getValue()).results())
                .toList();

        assertThat(documents.values().stream()
                        .flatMap(document -> ROW.matcher(document).results()))
                .hasSizeGreaterThan(15)
                .allSatisfy(row -> assertThat(defaults)
                        .filteredOn(setting -> setting.group(1).equals(row.group(1)))
                        .as(row.group(1))
                        .allMatch(setting -> setting.group(2).equals(row.group(2))));
    }

    /** Whoever changes one side must also change the other one and this row. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            operations.md                  | overdue by two seconds | OverdueOrders    | TIMERS_HAVE_FIRST_TRY = Duration.ofSeconds(2)
            0006-deadline-is-in-the-order.md | overdue by two seconds | OverdueOrders  | TIMERS_HAVE_FIRST_TRY = Duration.ofSeconds(2)
            0003-outbox-in-the-aggregate.md | for ten minutes       | Topology         | DUPLICATE_WINDOW = Duration.ofMinutes(10)
            0014-replicas-are-awaited.md   | 30 minutes             | MessagingProperties | @DefaultValue("30m") Duration longestLag
            0014-replicas-are-awaited.md   | up to a second         | Replicas         | PATIENCE = Duration.ofSeconds(1)
            0014-replicas-are-awaited.md   | than six minutes       | Replicas         | CLOCKS_DIFFER_BY = Duration.ofMinutes(6)
            0012-server-side-rendering.md  | 2,500 open streams     | LiveFeed         | MOST = 2_500
            0012-server-side-rendering.md  | latest 10,000 changes  | LiveFeed         | MEMORY = 10_000
            0019-live-pages.md             | accepts 2,500 pages    | LiveFeed         | MOST = 2_500
            operations.md                  | (`ticketing.messaging.ack-wait`, 10 s) | MessagingProperties | @DefaultValue("10s") Duration ackWait
            """)
    void numbersAreThoseOfTheCode(String document, String phrase, String type, String line) {
        assertThat(oneOf(documents, document).replaceAll("\\s+", " ")).contains(phrase);
        assertThat(oneOf(sources, type + ".java")).contains(line);
    }

    private static String oneOf(Map<Path, String> files, String name) {
        return files.entrySet().stream()
                .filter(file -> file.getKey().endsWith(name))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElseThrow(() -> new AssertionError("no file " + name));
    }

    @Test
    void linesAreShort() {
        documents.forEach((document, text) -> assertThat(
                        FENCED.matcher(text).replaceAll("").lines())
                .as("lines of %s (expected: at most %d characters, tables and links excepted)", document, WIDTH)
                .filteredOn(line -> !line.startsWith("|") && !LINK.matcher(line).find())
                .allMatch(line -> line.length() <= WIDTH));
    }

    @Test
    void decisionsAreWrittenAlike() {
        var decisions = documents.entrySet().stream()
                .filter(document -> document.getKey().toString().contains("docs/adr/"))
                .toList();

        assertThat(decisions).hasSizeGreaterThan(30).allSatisfy(decision -> {
            var number =
                    Integer.parseInt(decision.getKey().getFileName().toString().substring(0, 4));
            assertThat(decision.getValue()).startsWith("# " + number + ". ").contains("\n\nStatus: ");
            assertThat(HEADING.matcher(decision.getValue()).results().skip(1).map(heading -> heading.group(1)))
                    .containsSubsequence(List.of("Context", "Decision", "Consequences", "Alternatives"));
            assertThat(decision.getValue().split("\\s+"))
                    .as(decision.getKey().toString())
                    .hasSizeLessThanOrEqualTo(WORDS_ON_TWO_PAGES);
        });
    }
}
