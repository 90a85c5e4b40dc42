package dev.ticketing.k8s;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Renders kustomizations with {@code kubectl kustomize}, as {@code kubectl apply -k} would. */
final class Kustomize {

    private Kustomize() {}

    static String render(Path folder) {
        try {
            var errors = Files.createTempFile("kustomize", ".log");
            var process = new ProcessBuilder("kubectl", "kustomize", folder.toString())
                    .redirectError(errors.toFile())
                    .start();
            var rendered = new String(process.getInputStream().readAllBytes(), UTF_8);
            var exitCode = process.waitFor();
            var said = Files.readString(errors);
            Files.delete(errors);
            // warnings fail too: the next version may not accept these manifests
            if (exitCode != 0 || !said.isBlank()) {
                throw new IllegalStateException("kubectl kustomize %s: %s".formatted(folder, said));
            }
            return rendered;
        } catch (IOException e) {
            throw new UncheckedIOException("kubectl is missing (./dev test fetches it where it can)", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Renders a temporary overlay with these components. */
    static String renderWith(List<String> components) {
        var folder = Repository.K8S.resolve("target/kustomize").resolve("with-" + String.join("-", components));
        var kustomization = new StringBuilder("""
                apiVersion: kustomize.config.k8s.io/v1beta1
                kind: Kustomization
                namespace: ticketing
                resources: [../../../platform, ../../../services]
                components:%s
                """.formatted(components.isEmpty() ? " []" : ""));
        components.forEach(component -> kustomization.append("  - ../../../components/%s\n".formatted(component)));
        try {
            Files.createDirectories(folder);
            Files.writeString(folder.resolve("kustomization.yaml"), kustomization);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return render(folder);
    }
}
