package dev.ticketing.k8s;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.fabric8.kubernetes.api.model.Secret;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Secrets as {@code name/key}: those that {@code secrets.sh} creates, and those that pods refer to. */
final class Secrets {

    private static final Set<String> MADE = print();

    private Secrets() {}

    static Set<String> made() {
        return MADE;
    }

    private static Set<String> print() {
        try {
            var process = new ProcessBuilder(
                            Repository.K8S.resolve("secrets.sh").toString(), "--print")
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            var printed = new String(process.getInputStream().readAllBytes(), UTF_8);
            if (process.waitFor() != 0) {
                throw new IllegalStateException("secrets.sh --print failed");
            }
            return StrictParser.parse(printed).stream()
                    .map(Secret.class::cast)
                    .flatMap(secret -> secret.getData().keySet().stream()
                            .map(key -> secret.getMetadata().getName() + "/" + key))
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    static Stream<String> wanted(Workload workload) {
        var inEnvironment = workload.container().getEnv().stream()
                .filter(env -> env.getValueFrom() != null && env.getValueFrom().getSecretKeyRef() != null)
                .map(env -> env.getValueFrom().getSecretKeyRef())
                .map(secret -> secret.getName() + "/" + secret.getKey());
        var inVolumes = workload.template().getSpec().getVolumes().stream()
                .filter(volume -> volume.getSecret() != null)
                .flatMap(volume -> volume.getSecret().getItems().stream()
                        .map(item -> volume.getSecret().getSecretName() + "/" + item.getKey()));
        return Stream.concat(inEnvironment, inVolumes);
    }
}
