package dev.ticketing.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How infra/images.sh finds its images; {@code ./dev images --check} builds them. */
class ImagesTest {

    private static final String POM = """
            <project>
              <parent><artifactId>ticketing</artifactId></parent>
              <artifactId>%s</artifactId>
              <properties>%s</properties>
              %s
            </project>
            """;

    @TempDir
    Path folder;

    private RepositoryCopy copy;

    @BeforeEach
    void copyTheRepository() throws Exception {
        copy = RepositoryCopy.in(folder);
    }

    private List<String> modules(String... kind) throws Exception {
        var command = kind.length == 0
                ? new String[] {"infra/images.sh", "modules"}
                : new String[] {"infra/images.sh", "modules", kind[0]};
        return copy.run(Map.of(), command).lines().toList();
    }

    private void addToTheReactor(String module, String properties, String rest) throws Exception {
        copy.replace("pom.xml", "  </modules>", "    <module>%s</module>\n  </modules>".formatted(module));
        copy.write(module + "/pom.xml", POM.formatted(module.replace('/', '-'), properties, rest));
    }

    @Test
    void modulesSayThatTheyBecomeAnImage() throws Exception {
        assertThat(modules()).containsExactlyInAnyOrderElementsOf(Repository.modulesWithAnImage());
        assertThat(modules("tool")).containsExactly("infra/operator", "system-tests");
    }

    @Test
    void aModuleOfTheReactorIsFoundWhereverItIs() throws Exception {
        addToTheReactor("tools/deep/down/reports", "<jib.skip> false </jib.skip>", "");

        assertThat(modules("service")).contains("tools/deep/down/reports");
    }

    @Test
    void modulesInheritFromTheOneThatListsThem() throws Exception {
        addToTheReactor(
                "group",
                "<jib.skip>false</jib.skip><image.kind>tool</image.kind>",
                "<modules><module>part</module></modules>");
        copy.write("group/part/pom.xml", POM.formatted("part", "", ""));

        assertThat(modules("tool")).contains("group/part");
    }

    @Test
    void commentedOutModuleOrOneOutsideTheReactorIsIgnored() throws Exception {
        addToTheReactor("quiet", "<!-- <jib.skip>false</jib.skip> -->", "");
        copy.write("stray/pom.xml", POM.formatted("stray", "<jib.skip>false</jib.skip>", ""));
        copy.replace("pom.xml", "  </modules>", "    <!-- <module>absent</module> -->\n  </modules>");

        assertThat(modules()).containsExactlyInAnyOrderElementsOf(Repository.modulesWithAnImage());
    }

    @Test
    void mavenBuildsThemWithWhatTheyNeedAndLeavesNothingElseOut() throws Exception {
        artifact("client", "ticketing/client:1");

        assertThat(copy.runs())
                .singleElement()
                .satisfies(run -> assertThat(run)
                        .contains("-pl " + String.join(",", modules()) + " -am", "-DskipTests")
                        .doesNotContain("!", "-Dmaven.test.skip"));
    }

    private void artifact(String module, String image, String... arguments) throws Exception {
        artifact(module, Map.of("IMAGE", image, "PUSH_IMAGE", "false"), arguments);
    }

    private void artifact(String module, Map<String, String> environment, String... arguments) throws Exception {
        var command = Stream.concat(
                        Stream.of("infra/images.sh", "artifact", copy.maven(), module), Stream.of(arguments))
                .toArray(String[]::new);
        copy.run(environment, command);
    }

    @Test
    void allArtifactsOfSkaffoldComeOutOfOneRunWithoutTests() throws Exception {
        for (var module : modules()) {
            artifact(module, "ticketing/%s:abc".formatted(Path.of(module).getFileName()));
        }

        assertThat(copy.runs())
                .singleElement()
                .satisfies(run -> assertThat(run)
                        .contains(
                                "jib:dockerBuild", "-DskipTests", "-Dimage.name=ticketing/${project.artifactId}:abc"));
    }

    @Test
    void editIsAnotherRun() throws Exception {
        artifact("client", "ticketing/client:abc");
        copy.write("common/web/src/main/java/New.java", "class New {}");
        artifact("orders-service", "ticketing/orders-service:abc");

        assertThat(copy.runs()).hasSize(2);
    }

    @Test
    void artifactRequestedAgainIsBuiltAgain() throws Exception {
        artifact("client", "ticketing/client:abc");
        artifact("client", "ticketing/client:abc");

        assertThat(copy.runs()).hasSize(2);
    }

    @Test
    void imagesArePushedUnderTheNamesAndForThePlatformsThatSkaffoldWants() throws Exception {
        var environment = Map.of(
                "IMAGE", "localhost:5000/o/ticketing_client:abc",
                "PUSH_IMAGE", "true",
                "PLATFORMS", "linux/amd64,linux/arm64");
        artifact("client", environment);

        assertThat(copy.runs())
                .singleElement()
                .satisfies(run -> assertThat(run)
                        .contains("jib:build", "-Dimage.name=localhost:5000/o/ticketing_${project.artifactId}:abc")
                        .endsWith("-Djib.from.platforms=linux/amd64,linux/arm64"));
    }

    @Test
    void underSkaffoldDevOnlyServicesAreBuilt() throws Exception {
        artifact("client", "ticketing/client:abc", "-Dhot-reload");

        assertThat(copy.runs())
                .singleElement()
                .satisfies(run -> assertThat(run)
                        .contains("-pl " + String.join(",", modules("service")) + " -am")
                        .endsWith("-Dhot-reload"));
    }
}
