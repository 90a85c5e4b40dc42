package dev.ticketing.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The claims of docs/security.md: its tests, files and routes exist, and its sums are right. */
class SecurityPageTest {

    private static final Path PAGE = Repository.root().resolve("docs/security.md");
    private static final Pattern LINK = Pattern.compile("\\[([^\\]]+)]\\(([^)\\s]+)\\)");
    private static final Pattern TEST = Pattern.compile("`(\\w+)#(\\w+)`");
    private static final Pattern ROW =
            Pattern.compile("(?m)^\\| (V\\d+\\.\\d+\\.\\d+|API\\d+) \\|.*\\| (met|in part|not) \\|$");
    private static final Pattern SUM =
            Pattern.compile("\\*\\*(\\d+) requirements: (\\d+) met, (\\d+) in part, (\\d+) not\\.\\*\\*");
    private static final Pattern BASE = Pattern.compile("@RequestMapping\\(\"(/api/[^\"]*)\"\\)");
    private static final Pattern ROUTE =
            Pattern.compile("@(Get|Post|Put|Delete|Patch)Mapping(?:\\((?:path = )?\"([^\"]*)\"|\\b)");

    private static String page() {
        return Repository.read(PAGE);
    }

    @Test
    void everyNamedFileExists() {
        assertThat(LINK.matcher(page()).results().map(link -> link.group(2)).filter(target -> !target.contains("://")))
                .hasSizeGreaterThan(100)
                .allMatch(target -> Files.exists(PAGE.resolveSibling(target.replaceFirst("#.*", ""))));
    }

    @Test
    void everyNamedTestExists() {
        assertThat(LINK.matcher(page()).results().filter(link -> link.group(1).contains("#")))
                .hasSizeGreaterThan(100)
                .allSatisfy(link -> assertThat(isTest(link.group(1), PAGE.resolveSibling(link.group(2))))
                        .as(link.group())
                        .isTrue());
        assertThat(TEST.matcher(page().replaceAll(LINK.pattern(), "")).find()).isFalse();
    }

    /** A method with that name that JUnit can call. */
    private static boolean isTest(String name, Path file) {
        var test = TEST.matcher(name);
        return test.matches()
                && file.getFileName().toString().equals(test.group(1) + ".java")
                && Pattern.compile("(?m)^    (?:void|Stream<DynamicTest>) " + test.group(2) + "\\(")
                        .matcher(Repository.read(file))
                        .find();
    }

    @Test
    void everyRequirementIsListedOnceAndHasItsTestIfMet() {
        var rows = ROW.matcher(page()).results().toList();

        assertThat(rows).hasSizeGreaterThanOrEqualTo(53);
        assertThat(rows).extracting(row -> row.group(1)).doesNotHaveDuplicates();
        assertThat(rows.stream().filter(row -> row.group(2).equals("met")))
                .allMatch(row -> TEST.matcher(row.group()).find());
        assertThat(page().lines().filter(line -> line.matches("\\| (V\\d|API\\d).*")))
                .hasSameSizeAs(rows);
    }

    @Test
    void sumsAreRight() {
        var sum = SUM.matcher(page());

        assertThat(sum.find()).isTrue();
        assertThat(List.of(sum.group(2), sum.group(3), sum.group(4)))
                .containsExactly(count("met"), count("in part"), count("not"));
        assertThat(Integer.parseInt(sum.group(1)))
                .isEqualTo(ROW.matcher(page()).results().count());
    }

    private static String count(String status) {
        return ""
                + ROW.matcher(page())
                        .results()
                        .filter(row -> row.group(2).equals(status))
                        .count();
    }

    @Test
    void everyRouteOfTheApiIsListed() throws IOException {
        assertThat(routes()).hasSizeGreaterThan(15).allMatch(route -> page().contains("`" + route + "`"));
    }

    private static List<String> routes() throws IOException {
        try (var files = Files.walk(Repository.root())) {
            return files.filter(file -> file.toString().matches(".*-service/src/main/.*Controller\\.java"))
                    .map(Repository::read)
                    .flatMap(SecurityPageTest::routes)
                    .filter(route -> route.contains(" /api/"))
                    .toList();
        }
    }

    private static Stream<String> routes(String controller) {
        var base = BASE.matcher(controller)
                .results()
                .map(found -> found.group(1))
                .findFirst()
                .orElse("");
        return ROUTE.matcher(controller)
                .results()
                .map(route ->
                        route.group(1).toUpperCase() + " " + base + (route.group(2) == null ? "" : route.group(2)));
    }
}
