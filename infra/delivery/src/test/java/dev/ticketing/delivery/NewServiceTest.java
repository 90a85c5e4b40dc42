package dev.ticketing.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The recipe "A service" of CONTRIBUTING, followed in a copy of the repository. */
class NewServiceTest {

    private static final Path TEMPLATE = Path.of("infra/delivery/src/test/service-template");
    private static final String LIST = "infra/suite/src/main/resources/services";
    private static final String MODULE = "    <module>%s</module>\n";
    private static final List<String> MANIFESTS = List.of(
            "skaffold.yaml",
            "system-tests/pom.xml",
            "infra/k8s/pom.xml",
            "infra/k8s/services/kustomization.yaml",
            "infra/k8s/platform/nats/users.conf",
            "infra/k8s/platform/nats/statefulset.yaml");

    @TempDir
    Path copy;

    @BeforeEach
    void copyWhatAServiceIsBuiltFrom() throws IOException {
        copy("pom.xml");
        copy(".mvn/jvm.config");
        copy("infra/local/jvm.flags");
        copy("infra/local/nginx.conf");
        copy("infra/k8s/platform/ingress/ingress.yaml");
        for (var module : Repository.modules().toList()) {
            copy(module + "/pom.xml");
            copyFolder(module + "/src/main", module.startsWith("common/") || module.equals("infra/suite"));
        }
        copyFolder("infra/k8s/services", true);
        for (var manifest : MANIFESTS) {
            copy(manifest);
        }
    }

    private void copy(String file) throws IOException {
        Files.createDirectories(copy.resolve(file).getParent());
        Files.copy(
                Repository.root().resolve(file), copy.resolve(file), java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    }

    /** Of services only their settings: nothing of theirs is built. */
    private void copyFolder(String folder, boolean all) throws IOException {
        var from = Repository.root().resolve(folder);
        if (Files.exists(from)) {
            try (Stream<Path> files = Files.walk(from)) {
                for (var file : files.filter(Files::isRegularFile)
                        .filter(file -> all || file.endsWith("application.yaml"))
                        .toList()) {
                    copy(Repository.root().relativize(file).toString());
                }
            }
        }
    }

    private void makeTheService() throws IOException {
        var template = Repository.root().resolve(TEMPLATE);
        try (Stream<Path> files = Files.walk(template.resolve("gifts-service"))) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                var target = copy.resolve(template.relativize(file));
                Files.createDirectories(target.getParent());
                Files.copy(file, target);
            }
        }
        insert("pom.xml", MODULE.formatted("client"), MODULE.formatted("gifts-service"));
        Files.writeString(
                copy.resolve(LIST), Files.readString(copy.resolve(LIST)) + "gifts-service 8087 gifts ticket -\n");
    }

    private void insert(String file, String before, String text) throws IOException {
        var content = Files.readString(copy.resolve(file));
        assertThat(content).contains(before);
        Files.writeString(copy.resolve(file), content.replace(before, text + before));
    }

    private void repeatForTheCluster() throws IOException {
        for (var manifest : MANIFESTS) {
            var content = Files.readString(copy.resolve(manifest));
            Files.writeString(copy.resolve(manifest), content + "\n" + asForTickets(content));
        }
        var folder = Files.createDirectories(copy.resolve("infra/k8s/services/gifts-service"));
        Files.copy(
                Repository.root().resolve(TEMPLATE).resolve("k8s/kustomization.yaml"),
                folder.resolve("kustomization.yaml"));
    }

    /** The lines that name tickets-service, for the new service. */
    private static String asForTickets(String content) {
        return content.lines()
                .filter(line -> line.contains("tickets-service"))
                .map(line -> line.replace("tickets", "gifts").replace("TICKETS", "GIFTS") + "\n")
                .reduce("", String::concat);
    }

    @Test
    void everyFileRepeatsTheListOfServices() {
        assertThat(ServiceFiles.gaps(Repository.root())).isEmpty();
    }

    @Test
    void newServiceIsBuiltByItsModuleAndItsLine() throws Exception {
        makeTheService();

        build("gifts-service,infra/suite");

        assertThat(copy.resolve("gifts-service/target/gifts-service-1.0.0-SNAPSHOT.jar"))
                .exists();
    }

    @Test
    void clusterIsNotForgotten() throws Exception {
        makeTheService();
        assertThat(ServiceFiles.gaps(copy))
                .hasSize(MANIFESTS.size() + 2) // skaffold.yaml has two lists, and the service a folder
                .allMatch(gap -> gap.contains("gifts-service"));

        repeatForTheCluster();
        assertThat(ServiceFiles.gaps(copy)).isEmpty();
    }

    /** Not offline: on a new machine, the modules before this one have not fetched everything that a service needs. */
    private void build(String modules) throws IOException, InterruptedException {
        var command = List.of(maven(), "-B", "-ntp", "-q", "package", "-Dmaven.test.skip=true", "-pl", modules, "-am");
        var builder = new ProcessBuilder(command).directory(copy.toFile()).redirectErrorStream(true);
        builder.environment().keySet().removeIf(name -> name.startsWith("MAVEN_"));
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        var process = builder.start();
        var output = new String(process.getInputStream().readAllBytes());
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue()).as(output).isZero();
    }

    /** The one that ./dev has found, if it was used. */
    private static String maven() {
        var found = Repository.root().resolve(".local/maven");
        var name = Files.exists(found) ? Repository.read(found).strip() : "mvn";
        return name.startsWith("./") ? Repository.root().resolve(name).toString() : name;
    }
}
