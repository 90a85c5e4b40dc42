package dev.ticketing.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The input files of an image for skaffold, and the classes that an edit writes under {@code skaffold dev}. */
class InputsTest {

    private static final String SOURCES = "expiration-service/src/main/java/";
    private static final String CLASSES = "expiration-service/target/classes/";

    @TempDir
    Path folder;

    private RepositoryCopy copy;

    @BeforeEach
    void copyTheRepository() throws Exception {
        copy = RepositoryCopy.in(folder);
        copy.write(SOURCES + "One.java", "class One { int number() { return 1; } }");
        copy.write(SOURCES + "Two.java", "class Two {}");
        copy.write("expiration-service/src/main/resources/application.yaml", "one: 1");
        copy.write("expiration-service/src/test/java/OneTest.java", "class OneTest {}");
        copy.write("common/web/src/main/java/Web.java", "class Web {}");
        copy.write("client/src/main/java/Page.java", "class Page {}");
    }

    private List<String> inputs(String... arguments) throws Exception {
        var command = new String[arguments.length + 1];
        command[0] = "infra/skaffold/inputs.sh";
        System.arraycopy(arguments, 0, command, 1, arguments.length);
        var json = copy.run(Map.of("JAVA_HOME", System.getProperty("java.home")), command);
        return Arrays.asList(Repository.STRICT.readValue(json, String[].class));
    }

    private byte[] compiled(String name) throws Exception {
        return Files.readAllBytes(folder.resolve(CLASSES + name));
    }

    private void firstBuild() throws Exception {
        copy.write("expiration-service/target/class-path", "");
        Files.createDirectories(folder.resolve(CLASSES));
        inputs("expiration-service", "live");
    }

    @Test
    void imageContainsItsModuleAndItsDependencies() throws Exception {
        assertThat(inputs("expiration-service"))
                .contains("pom.xml", "expiration-service/pom.xml", "common/messaging/pom.xml")
                .contains(SOURCES + "One.java", "expiration-service/src/main/resources/application.yaml")
                .doesNotContain("client/src/main/java/Page.java", "expiration-service/src/test/java/OneTest.java");
        assertThat(inputs("client")).contains("common/web/src/main/java/Web.java", "client/src/main/java/Page.java");
    }

    @Test
    void cacheOfItsStartBelongsToAnImage() throws Exception {
        copy.write("client/target/aot/start.aot", "cache");

        assertThat(inputs("client")).contains("client/target/aot/start.aot");
    }

    @Test
    void liveClassesStandForTheirSources() throws Exception {
        firstBuild();

        assertThat(inputs("expiration-service", "live"))
                .contains(CLASSES + "One.class", CLASSES + "application.yaml", "common/messaging/pom.xml")
                .doesNotContain(SOURCES + "One.java");
    }

    @Test
    void editWritesWhatItChangesAndNothingElse() throws Exception {
        firstBuild();
        var one = compiled("One.class");
        var untouched = Files.getLastModifiedTime(folder.resolve(CLASSES + "Two.class"));
        copy.write(SOURCES + "One.java", "class One { int number() { return 2; } }");

        inputs("expiration-service", "live");

        assertThat(compiled("One.class")).isNotEqualTo(one);
        assertThat(Files.getLastModifiedTime(folder.resolve(CLASSES + "Two.class")))
                .isEqualTo(untouched);
    }

    @Test
    void classWithoutASourceIsDeleted() throws Exception {
        firstBuild();
        Files.delete(folder.resolve(SOURCES + "Two.java"));

        assertThat(inputs("expiration-service", "live")).doesNotContain(CLASSES + "Two.class");
    }
}
