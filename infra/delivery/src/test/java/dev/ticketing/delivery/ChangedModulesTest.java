package dev.ticketing.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChangedModulesTest {

    @TempDir
    Path repository;

    @BeforeEach
    void commitTheBeginning() throws Exception {
        run("git", "init", "-q", "-b", "main");
        run("git", "config", "user.email", "test@example.com");
        run("git", "config", "user.name", "Test");
        Files.copy(Repository.root().resolve("pom.xml"), repository.resolve("pom.xml"));
        commit("NOTICE");
        run("git", "checkout", "-q", "-b", "change");
    }

    private String changedBy(String... files) throws Exception {
        for (var file : files) {
            commit(file);
        }
        return run(Repository.root().resolve("infra/delivery/changed.sh").toString(), "main");
    }

    private void commit(String file) throws Exception {
        Files.createDirectories(repository.resolve(file).getParent());
        Files.writeString(repository.resolve(file), "changed");
        run("git", "add", "-A");
        run("git", "commit", "-q", "-m", file);
    }

    private String run(String... command) throws IOException, InterruptedException {
        var arguments = new ArrayList<>(List.of(command));
        var process = new ProcessBuilder(arguments)
                .directory(repository.toFile())
                .redirectErrorStream(true)
                .start();
        var output = new String(process.getInputStream().readAllBytes()).strip();
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue()).as(output).isZero();
        return output;
    }

    @Test
    void changeInAServiceIsThatModule() throws Exception {
        assertThat(changedBy("orders-service/src/main/java/Order.java")).isEqualTo("orders-service");
    }

    @Test
    void severalModulesAreNamedOnceEach() throws Exception {
        assertThat(changedBy("orders-service/a", "client/b", "orders-service/c", "infra/local/d"))
                .isEqualTo("client,infra/local,orders-service");
    }

    @Test
    void commonDependencyIsAll() throws Exception {
        assertThat(changedBy("client/a", "common/web/src/main/java/B.java")).isEqualTo("all");
        assertThat(changedBy("infra/suite/src/main/resources/services")).isEqualTo("all");
    }

    @Test
    void changeOfAPomIsThatModuleAndOfTheRootPomAll() throws Exception {
        assertThat(changedBy("client/pom.xml")).isEqualTo("client");
        assertThat(changedBy("pom.xml")).isEqualTo("all");
    }

    @Test
    void changeInTheCheckerIsTriedByTheStoriesItJudges() throws Exception {
        assertThat(changedBy("checker/src/main/java/A.java")).isEqualTo("checker,system-tests");
    }

    @Test
    void workflowsAndSkaffoldAreOfThisModule() throws Exception {
        assertThat(changedBy(".github/workflows/pull-request.yaml", "skaffold.yaml"))
                .isEqualTo("infra/delivery");
    }

    @Test
    void manifestsAreOfTheModulesThatTestThem() throws Exception {
        assertThat(changedBy("infra/k8s/secrets.sh")).isEqualTo("infra/delivery,infra/k8s");
        assertThat(changedBy("infra/skaffold/purchase-story.yaml")).isEqualTo("infra/delivery,infra/k8s");
        assertThat(changedBy("infra/operator/pod.yaml")).isEqualTo("infra/delivery,infra/k8s,infra/operator");
    }

    @Test
    void pageOfRequirementsIsOfThisModuleAndSoAreTheTestsThatItNames() throws Exception {
        assertThat(changedBy("docs/security.md")).isEqualTo("infra/delivery");
        assertThat(changedBy("client/src/test/java/A.java")).isEqualTo("client,infra/delivery");
    }

    @Test
    void documentsAreTestedByThisModule() throws Exception {
        assertThat(changedBy("docs/deploy.md", "CONTRIBUTING.md")).isEqualTo("infra/delivery");
        assertThat(changedBy("README.md")).isEqualTo("infra/delivery,system-tests");
    }

    @Test
    void pictureTouchesNoModule() throws Exception {
        assertThat(changedBy("docs/pictures/search.png")).isEmpty();
    }

    @Test
    void laterCommitsOnMainAreNoChange() throws Exception {
        commit("client/a");
        run("git", "checkout", "-q", "main");
        commit("common/web/B.java");
        run("git", "checkout", "-q", "change");

        assertThat(changedBy()).isEqualTo("client");
    }
}
