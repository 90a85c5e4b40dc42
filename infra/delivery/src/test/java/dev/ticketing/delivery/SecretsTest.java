package dev.ticketing.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretsTest {

    private static final String SECRETS = "infra/k8s/secrets.sh";

    @TempDir
    Path folder;

    private Sandbox sandbox;

    @BeforeEach
    void standIns() throws IOException {
        sandbox = new Sandbox(folder)
                .copy(SECRETS)
                .copy("infra/k8s/platform/namespace.yaml")
                .standIn("kubectl", """
                [ "$1" != get ] || [ -n "${THERE:-}" ]
                """);
        try (var services = Files.list(Repository.root().resolve("infra/k8s/services"))) {
            for (var service : services.filter(Files::isDirectory).toList()) {
                sandbox.copy("infra/k8s/services/%s/kustomization.yaml".formatted(service.getFileName()));
            }
        }
    }

    @Test
    void everySecretIsMadeOnceAndTheNamespaceAsApplyMakesIt() throws Exception {
        var ended = sandbox.run(Map.of(), SECRETS);

        assertThat(ended.code()).as(ended.output()).isZero();
        var made = sandbox.called().stream()
                .filter(call -> !call.startsWith("kubectl get"))
                .map(call -> call.replaceFirst(" --namespace.*", ""))
                .toList();
        assertThat(made)
                .doesNotHaveDuplicates()
                .startsWith("kubectl apply --filename platform/namespace.yaml")
                .contains(
                        "kubectl create secret generic jwt-secret",
                        "kubectl create secret generic stripe-secret",
                        "kubectl create secret generic orders-service",
                        "kubectl create secret generic orders-mongodb",
                        "kubectl create secret generic operator",
                        "kubectl create secret tls ticketing-tls")
                .doesNotContain("kubectl create secret generic client-mongodb");
    }

    @Test
    void existingSecretIsNotChanged() throws Exception {
        assertThat(sandbox.run(Map.of("THERE", "yes"), SECRETS).code()).isZero();

        assertThat(sandbox.called()).isNotEmpty().allMatch(call -> call.startsWith("kubectl get"));
    }

    @Test
    void otherOptionsAreRefusedWithTheHelp() throws Exception {
        var ended = sandbox.run(Map.of(), SECRETS, "--force");

        assertThat(ended.code()).isNotZero();
        assertThat(ended.output()).contains("--print");
        assertThat(sandbox.called()).isEmpty();
    }
}
