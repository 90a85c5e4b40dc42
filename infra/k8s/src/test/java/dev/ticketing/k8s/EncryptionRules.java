package dev.ticketing.k8s;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.Probe;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.Volume;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** With {@code components/internal-tls} no connection within the suite is unencrypted. */
final class EncryptionRules {

    private static final Pattern CLEAR = Pattern.compile("\\b(http|nats|redis)://(?!localhost)[^\\s\"]*");

    private EncryptionRules() {}

    static Stream<String> nothingIsSaidInTheClear(Manifests manifests) {
        return manifests.workloads().allMatch(it -> certificate(it).isEmpty())
                ? Stream.empty()
                : manifests
                        .workloads()
                        .flatMap(it -> Stream.of(
                                        clear(manifests, it),
                                        certified(manifests, it),
                                        asked(it),
                                        served(manifests, it))
                                .flatMap(violations -> violations)
                                .map(violation -> it.name() + " " + violation));
    }

    private static Optional<Volume> certificate(Workload workload) {
        return workload.template().getSpec().getVolumes().stream()
                .filter(volume ->
                        volume.getCsi() != null && volume.getCsi().getDriver().equals("csi.cert-manager.io"))
                .findFirst();
    }

    private static Stream<String> clear(Manifests manifests, Workload workload) {
        return workload.isOurs()
                ? Settings.given(manifests, workload).values().stream()
                        .flatMap(value -> CLEAR.matcher(value).results())
                        .map(found -> "speaks to " + found.group() + " in the clear")
                : Stream.empty();
    }

    /** For every name under which others call it, and mounted where programs expect it. */
    private static Stream<String> certified(Manifests manifests, Workload workload) {
        var names = certificate(workload)
                .map(volume -> volume.getCsi().getVolumeAttributes().get("csi.cert-manager.io/dns-names"))
                .map(list -> list.replace("${SERVICE_ACCOUNT_NAME}", workload.name()))
                .map(list -> List.of(list.split(",")))
                .orElse(List.of());
        var mounted = workload.container().getVolumeMounts().stream()
                .anyMatch(mount -> mount.getMountPath().equals("/run/tls"));
        var nameless = manifests
                .all(Service.class)
                .filter(service ->
                        Selectors.contains(workload.labels(), service.getSpec().getSelector()))
                .map(service -> service.getMetadata().getName())
                .filter(name -> !names.contains(name) || !names.contains("localhost"))
                .map(name -> "has no certificate for " + name);
        return mounted ? nameless : Stream.concat(nameless, Stream.of("has no /run/tls"));
    }

    private static Stream<String> asked(Workload workload) {
        return workload.isOurs()
                ? Stream.of(
                                workload.container().getStartupProbe(),
                                workload.container().getReadinessProbe(),
                                workload.container().getLivenessProbe())
                        .map(Probe::getHttpGet)
                        .filter(probe -> !"HTTPS".equals(probe.getScheme()))
                        .map(probe -> "is asked in the clear: " + probe.getPath())
                : Stream.empty();
    }

    private static Stream<String> served(Manifests manifests, Workload workload) {
        var encrypted = workload.isOurs()
                ? "tls".equals(Settings.given(manifests, workload).get("SPRING_PROFILES_ACTIVE"))
                : serves(manifests, workload);
        return encrypted ? Stream.empty() : Stream.of("answers in the clear");
    }

    private static boolean serves(Manifests manifests, Workload workload) {
        var command = workload.container().getCommand();
        var options = workload.container().getEnv().stream()
                .filter(variable -> variable.getName().equals("MONGOD_OPTIONS"))
                .map(EnvVar::getValue)
                .findFirst()
                .orElse("");
        return switch (workload.labels().get("app.kubernetes.io/component")) {
            case "database" -> options.contains("--tlsMode requireTLS");
            case "timers" ->
                command.contains("--tls-port")
                        && command.get(command.indexOf("--port") + 1).equals("0");
            default ->
                config(manifests, workload, "tls.conf").contains("tls {")
                        && Pattern.compile("^include tls.conf", Pattern.MULTILINE)
                                .matcher(config(manifests, workload, "nats.conf"))
                                .find();
        };
    }

    private static String config(Manifests manifests, Workload workload, String file) {
        return workload.template().getSpec().getVolumes().stream()
                .map(Volume::getConfigMap)
                .filter(Objects::nonNull)
                .map(map ->
                        manifests.the(ConfigMap.class, map.getName()).getData().get(file))
                .findFirst()
                .orElseThrow();
    }
}
