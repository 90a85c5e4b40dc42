package dev.ticketing.systemtests.faults;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;

/**
 * Every fault has its row in {@code docs/reliability.md}. With {@code -Dreliability.update=true} the rows are written there
 * from the latest runs.
 */
class ReliabilityTableTest {

    private static final Path PAGE = Path.of("").toAbsolutePath().getParent().resolve("docs/reliability.md");
    private static final String BEGIN = "<!-- faults: generated, see ReliabilityTableTest -->\n";
    private static final String END = "<!-- /faults -->";
    private static final String HEAD = "| test | fault | load | seen | verdict |\n| --- | --- | --- | --- | --- |\n";

    @Test
    void everyFaultHasARowAndEveryRowItsFault() throws IOException {
        if (Boolean.getBoolean("reliability.update")) {
            update();
        }

        assertThat(rows().map(row -> row.split("`")[1]).toList()).containsExactlyInAnyOrderElementsOf(faults());
    }

    @Test
    void everyFaultWasSurvived() throws IOException {
        assertThat(rows()).isNotEmpty().allMatch(row -> row.endsWith("| all ten invariants hold |"));
    }

    private static Stream<String> rows() throws IOException {
        var page = Files.readString(PAGE);
        var table = page.substring(page.indexOf(BEGIN) + BEGIN.length(), page.indexOf(END));
        return table.lines().skip(2);
    }

    private static List<String> faults() {
        return new ClassFileImporter()
                .importPackagesOf(Fault.class).stream()
                        .filter(type -> type.isAssignableTo(Fault.class))
                        .map(JavaClass::getMethods)
                        .flatMap(methods -> methods.stream())
                        .filter(method ->
                                method.isAnnotatedWith(Test.class) || method.isAnnotatedWith(ParameterizedTest.class))
                        .map(JavaMethod::reflect)
                        .map(Outcomes::name)
                        .sorted()
                        .toList();
    }

    /** A fault that has not been tried since keeps its row. */
    private static void update() throws IOException {
        var page = Files.readString(PAGE);
        var rows = new TreeMap<String, String>();
        rows().forEach(row -> rows.put(row.split("`")[1], row));
        Outcomes.all()
                .forEach(outcome -> rows.put(
                        outcome.test(),
                        "| `%s` | %s | %s | %s | %s |".formatted(outcome.cells().toArray())));
        rows.keySet().retainAll(faults());
        var before = page.substring(0, page.indexOf(BEGIN) + BEGIN.length());
        var after = page.substring(page.indexOf(END));
        Files.writeString(PAGE, before + HEAD + String.join("\n", rows.values()) + "\n" + after);
    }
}
