package dev.ticketing.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ticketing.suite.Port;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The script {@code dev} in a folder with spaces, with stand-ins for Maven and Java that record their arguments. */
class DevScriptTest {

    private static final String LAUNCHER = "infra/local/target/local-1.0.0-SNAPSHOT.jar";

    private record Output(int exitCode, String text) {}

    @TempDir
    Path temporary;

    private Path folder;
    private Path calls;
    private final Map<String, String> environment = new HashMap<>();

    @BeforeEach
    void cloneTheRepository() throws IOException {
        folder = temporary.resolve("with two spaces");
        calls = temporary.resolve("calls");
        for (var file : Stream.concat(
                        Stream.of("dev", "pom.xml", "infra/suite/src/main/resources/services"),
                        modules().map(module -> module + "/pom.xml"))
                .toList()) {
            Files.createDirectories(folder.resolve(file).getParent());
            Files.copy(Repository.root().resolve(file), folder.resolve(file));
        }
        for (var module : modules().toList()) {
            Files.createDirectories(folder.resolve(module).resolve("src/main"));
            Files.createDirectories(folder.resolve(module).resolve("target"));
        }
        program(".local/bin/nats-server", "");
        program(".local/bin/nginx", "");
        program("jdk/bin/javac", "echo javac 25.0.1");
        program("jdk/bin/java", "echo java \"$@\" >>\"$CALLS\"; env | grep _PORT= >>\"$CALLS\" || true");
        program(
                "maven",
                "[ \"$1\" != -v ] || exit 0",
                "echo maven \"$@\" >>\"$CALLS\"; echo '[INFO] Building client 1.0 [9/13]'",
                "for module in */pom.xml */*/pom.xml; do touch \"${module%/*}/target/made.jar\"; done");
        Files.writeString(
                folder.resolve(".local/maven"), folder.resolve("maven").toString());
        environment.put("JAVA_HOME", folder.resolve("jdk").toString());
        environment.put("CALLS", calls.toString());
    }

    private static Stream<String> modules() {
        return Repository.read("pom.xml")
                .lines()
                .filter(line -> line.contains("<module>"))
                .map(line -> line.replaceAll("</?module>", "").strip());
    }

    private void program(String path, String... lines) throws IOException {
        var file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, "#!/bin/bash\n" + String.join("\n", lines) + "\n");
        assertThat(file.toFile().setExecutable(true)).isTrue();
    }

    private Output dev(String... arguments) throws IOException, InterruptedException {
        var command = Stream.concat(Stream.of(folder.resolve("dev").toString()), Stream.of(arguments))
                .toList();
        var builder = new ProcessBuilder(command).directory(temporary.toFile()).redirectErrorStream(true);
        builder.environment().keySet().removeIf(name -> name.endsWith("_PORT") || name.equals("TICKETING_PORT_BASE"));
        builder.environment().putAll(environment);
        var process = builder.start();
        var text = new String(process.getInputStream().readAllBytes());
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        return new Output(process.exitValue(), text);
    }

    private List<String> called(String program) throws IOException {
        return Files.exists(calls)
                ? Files.readAllLines(calls).stream()
                        .filter(line -> line.startsWith(program + " "))
                        .toList()
                : List.of();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "up --demo -Dx=y",
                "up now",
                "check --bogus",
                "check --late soon",
                "check --patience",
                "check --answers no-such-file",
                "simulate --seeds many",
                "reset --hard",
                "build -X",
                "dlq",
                "dlq show it",
                "dlq replay",
                "story 42"
            })
    void wrongArgumentIsRefusedBeforeAnythingIsBuilt(String command) throws Exception {
        var output = dev(command.split(" "));

        assertThat(output.exitCode()).isOne();
        assertThat(output.text()).startsWith("✗ ").contains("(expected: ").hasLineCount(1);
        assertThat(calls).doesNotExist();
    }

    @Test
    void upBuildsWhatItRunsAndNothingElse() throws Exception {
        var output = dev("up", "--demo");

        assertThat(output.exitCode()).as(output.text()).isZero();
        assertThat(output.text()).startsWith("Building").containsPattern("\\d+ s +\\[9/13\\] client");
        assertThat(called("maven"))
                .singleElement()
                .satisfies(call -> assertThat(call)
                        .contains("orders-service,", "infra/stripe-sandbox,infra/local -am", "-Dmaven.test.skip=true")
                        .doesNotContain("simulator", "checker", "system-tests", "infra/k8s"));
        assertThat(called("java"))
                .singleElement()
                .satisfies(call -> assertThat(call).endsWith(folder.resolve(LAUNCHER) + " up --demo"));
    }

    @Test
    void nothingIsBuiltAgainUntilItChanges() throws Exception {
        dev("up");
        dev("up");
        dev("reset");
        assertThat(called("maven")).hasSize(1);

        Files.writeString(folder.resolve("client/src/main/page.html"), "changed");
        dev("up");

        assertThat(called("maven")).hasSize(2);
    }

    @Test
    void suiteThatRunsIsNoBuildToWaitFor() throws Exception {
        program("jdk/bin/java", "ls .local/build.pid");

        assertThat(dev("up").text()).contains("cannot access '.local/build.pid'");
    }

    @Test
    void simulatorIsBuiltForThoseWhoSimulate() throws Exception {
        dev("simulate", "--seeds", "3");

        assertThat(called("maven").getFirst()).contains(",simulator -am");
        assertThat(called("java").getFirst()).endsWith("--seeds 3");
    }

    @Test
    void everyPortMovesWithTheBase() throws Exception {
        environment.put("TICKETING_PORT_BASE", "20500");
        environment.put("NATS_PORT", "4711");

        dev("up");

        var ports = Files.readAllLines(calls).stream()
                .filter(line -> line.contains("_PORT="))
                .toList();
        assertThat(ports)
                .contains("TICKETING_PORT=20500", "NATS_PORT=4711")
                .extracting(line -> line.replaceFirst("=.*", ""))
                .containsExactlyInAnyOrderElementsOf(variablesOfPorts());
        assertThat(ports)
                .filteredOn(line -> !line.startsWith("NATS_PORT"))
                .extracting(line -> Integer.parseInt(line.replaceFirst(".*=", "")))
                .doesNotHaveDuplicates()
                .allMatch(port -> port >= 20500 && port <= 20510);
    }

    private static List<String> variablesOfPorts() {
        return Port.all().stream().map(Port::variable).toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"http", "0", "65530", "-1"})
    void baseThatIsNoPortIsRefused(String base) throws Exception {
        environment.put("TICKETING_PORT_BASE", base);

        assertThat(dev("up"))
                .isEqualTo(new Output(
                        1, "✗ TICKETING_PORT_BASE=%s is not a port (expected: 1 to 65525)\n".formatted(base)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"up", "reset"})
    void runningSuiteIsNamedAndLeftAlone(String command) throws Exception {
        var running = new ProcessBuilder(
                        "bash",
                        "-c",
                        "exec -a \"java -jar $0 up\" sleep 600",
                        folder.resolve(LAUNCHER).toString())
                .start();
        try {
            lockedBy(running.pid());

            assertThat(dev(command).text())
                    .contains("is already running at http://localhost:8080 (pid %d)".formatted(running.pid()));
            assertThat(calls).doesNotExist();
            assertThat(running.isAlive()).isTrue();
        } finally {
            running.destroyForcibly();
        }
    }

    /** Surefire 3.5 writes this for a class with parameters: the header counts only the last case. */
    @Test
    void summaryCountsEveryCaseOnce() throws Exception {
        report("client/target/surefire-reports/TEST-PageTest.xml", """
                <testsuite name="PageTest" time="3.319" tests="2" errors="0" skipped="1" failures="1" flakes="0">
                  <testcase name="all" classname="PageTest[1]" time="1.073">
                    <failure message="&lt;testcase &gt;" type="x"><![CDATA[at
                <testcase name="printed">
                <error/>]]></failure>
                    <system-out><![CDATA[<failure/>]]></system-out>
                  </testcase>
                  <testcase name="all" classname="PageTest[2]" time="0.1"/>
                  <testcase name="some" classname="PageTest[1]" time="0.1"><error type="x"/></testcase>
                  <testcase name="some" classname="PageTest[2]" time="0.1">
                    <skipped type="x"><![CDATA[no]]></skipped>
                    <system-out><![CDATA[
                  <testcase name="printed"/>
                ]]></system-out>
                  </testcase>
                </testsuite>
                """);
        report("infra/local/target/failsafe-reports/TEST-SuiteIT.xml", """
                <testsuite name="SuiteIT" time="3.319" tests="2" errors="0" skipped="0" failures="0" flakes="0">
                  <testcase name="one" classname="SuiteIT" time="1.073"/>
                  <testcase name="another" classname="SuiteIT" time="1.073">
                    <system-out><![CDATA[<skipped/>]]></system-out>
                  </testcase>
                </testsuite>
                """);

        assertThat(dev("summary")).isEqualTo(new Output(0, "3 passed, 2 failed, 1 skipped\n"));
    }

    @Test
    void summaryOfNoReportsIsEmpty() throws Exception {
        assertThat(dev("summary")).isEqualTo(new Output(0, ""));
    }

    private void report(String file, String text) throws IOException {
        Files.createDirectories(folder.resolve(file).getParent());
        Files.writeString(folder.resolve(file), "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + text);
    }

    @Test
    void lockOfALauncherThatIsGoneIsNoObstacle() throws Exception {
        lockedBy(ProcessHandle.current().pid());

        assertThat(dev("up").exitCode()).isZero();
        assertThat(called("java")).hasSize(1);
    }

    private void lockedBy(long pid) throws IOException {
        Files.createDirectories(folder.resolve(".local/run"));
        Files.writeString(folder.resolve(".local/run/lock"), pid + "\nhttp://localhost:8080\n");
    }
}
