package dev.ticketing.delivery;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** How the packages of all modules depend on each other, and what an application carries (ADR 34). */
class PackagesTest {

    private static final Pattern PACKAGE = Pattern.compile("(?m)^package ([\\w.]+);");
    private static final Pattern COMMENT = Pattern.compile("(?s)/\\*.*?\\*/|//[^\n]*");
    private static final Pattern USED = Pattern.compile("\\bdev\\.ticketing\\.[a-z0-9.]*[a-z0-9](?=\\.[A-Z])");
    private static final Pattern DEPENDENCY = Pattern.compile("(?s)<dependency>(.*?)</dependency>");
    private static final Pattern ARTIFACT = Pattern.compile("<artifactId>([^<]+)");

    private static final int MOST_FILES = 15;

    /** Packages that are still larger. No other may join them. */
    private static final Set<String> STILL_LARGER = Set.of("simulator/src/main/java/dev/ticketing/simulator/world");

    @Test
    void noTwoPackagesDependOnEachOther() {
        var uses = uses(sources(Repository.modules().filter(module -> !module.equals("simulator"))));

        assertThat(uses.keySet().stream().filter(name -> reachable(uses, name).contains(name)))
                .isEmpty();
    }

    @Test
    void packageHasFewFiles() {
        var files = Repository.modules()
                .flatMap(PackagesTest::sources)
                .filter(file -> !file.endsWith("package-info.java"))
                .collect(groupingBy(
                        Path::getParent, TreeMap::new, mapping(Path::getFileName, toCollection(TreeSet::new))));

        files.keySet()
                .removeIf(folder -> STILL_LARGER.contains(
                        Repository.root().relativize(folder).toString()));
        assertThat(files.values()).allSatisfy(names -> assertThat(names).hasSizeLessThanOrEqualTo(MOST_FILES));
    }

    /** The stand-ins for Stripe and for the world keep foreign objects, in which null is usual. */
    @Test
    void packageSaysWhatMayBeNull() {
        var unmarked = Repository.modules()
                .filter(module -> !Set.of("simulator", "infra/stripe-sandbox").contains(module))
                .flatMap(PackagesTest::sources)
                .map(Path::getParent)
                .distinct()
                .filter(folder -> !isNullMarked(folder));

        assertThat(unmarked).isEmpty();
    }

    private static boolean isNullMarked(Path folder) {
        var info = folder.resolve("package-info.java");
        return Files.exists(info) && Repository.read(info).contains("@NullMarked");
    }

    @Test
    void noServiceCarriesTheToolsOfOperators() {
        assertThat(services()).hasSizeGreaterThan(5);
        for (var service : services()) {
            assertThat(carried(service))
                    .as(service)
                    .contains("common-messaging")
                    .doesNotContain("common-broker-admin");
        }
    }

    private static Stream<Path> sources(Stream<String> modules) {
        return modules.flatMap(PackagesTest::sources);
    }

    private static Stream<Path> sources(String module) {
        var folder = Repository.root().resolve(module).resolve("src/main/java");
        if (!Files.exists(folder)) {
            return Stream.empty();
        }
        try (var files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".java")).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, Set<String>> uses(Stream<Path> sources) {
        var uses = new TreeMap<String, Set<String>>();
        sources.map(Repository::read).forEach(source -> {
            var own =
                    PACKAGE.matcher(source).results().findFirst().orElseThrow().group(1);
            var code = COMMENT.matcher(source).replaceAll("");
            USED.matcher(code)
                    .results()
                    .map(MatchResult::group)
                    .filter(used -> !used.equals(own))
                    .forEach(used ->
                            uses.computeIfAbsent(own, name -> new TreeSet<>()).add(used));
        });
        return uses;
    }

    private static Set<String> reachable(Map<String, Set<String>> uses, String from) {
        var reached = new TreeSet<String>();
        var next = new ArrayDeque<>(uses.getOrDefault(from, Set.of()));
        while (!next.isEmpty()) {
            var name = next.pop();
            if (reached.add(name)) {
                next.addAll(uses.getOrDefault(name, Set.of()));
            }
        }
        return reached;
    }

    private static List<String> services() {
        return Repository.modulesWithAnImage().stream()
                .filter(module -> !Repository.read(module + "/pom.xml").contains("<image.kind>tool"))
                .filter(module -> !module.startsWith("infra/"))
                .toList();
    }

    /** Artifacts of ours on the class path of an application when it runs. */
    private static Set<String> carried(String module) {
        var folders = new TreeMap<String, String>();
        Repository.modules().forEach(folder -> folders.put(artifact(folder), folder));
        var carried = new TreeSet<String>();
        var next = new ArrayDeque<>(List.of(module));
        while (!next.isEmpty()) {
            dependencies(next.pop())
                    .filter(folders::containsKey)
                    .filter(carried::add)
                    .map(folders::get)
                    .forEach(next::add);
        }
        return carried;
    }

    private static String artifact(String module) {
        var own = Repository.read(module + "/pom.xml").replaceAll("(?s)<parent>.*?</parent>", "");
        return ARTIFACT.matcher(own).results().findFirst().orElseThrow().group(1);
    }

    private static Stream<String> dependencies(String module) {
        return DEPENDENCY
                .matcher(Repository.read(module + "/pom.xml"))
                .results()
                .map(dependency -> dependency.group(1))
                .filter(dependency -> !dependency.contains("<scope>test</scope>"))
                .map(dependency -> ARTIFACT.matcher(dependency)
                        .results()
                        .findFirst()
                        .orElseThrow()
                        .group(1));
    }
}
