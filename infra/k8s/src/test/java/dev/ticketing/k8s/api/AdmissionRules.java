package dev.ticketing.k8s.api;

import static dev.ticketing.k8s.api.Checks.unless;

import io.fabric8.kubernetes.api.model.Capabilities;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.SecurityContext;
import io.fabric8.kubernetes.api.model.Volume;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Violations of the namespace's policy: Pod Security <i>restricted</i>, for every container of every pod. */
final class AdmissionRules {

    private AdmissionRules() {}

    static Stream<String> restricted(List<HasMetadata> objects) {
        return Stream.concat(
                Pods.check(objects, AdmissionRules::ofPod),
                Pods.checkContainers(
                        objects,
                        (pods, container) -> ofContainer(Optional.ofNullable(container.getSecurityContext()))));
    }

    private static Stream<String> ofPod(Pods pods) {
        var spec = pods.spec();
        var security = Optional.ofNullable(spec.getSecurityContext());
        return Stream.of(
                        unless(security.map(it -> it.getRunAsNonRoot()).orElse(false), "may run as root"),
                        unless(
                                security.map(it -> it.getSeccompProfile())
                                        .filter(it -> it.getType().equals("RuntimeDefault"))
                                        .isPresent(),
                                "has no seccompProfile"),
                        unless(
                                !Boolean.TRUE.equals(spec.getHostNetwork())
                                        && !Boolean.TRUE.equals(spec.getHostPID())
                                        && !Boolean.TRUE.equals(spec.getHostIPC()),
                                "shares what is the host's"),
                        unless(
                                spec.getVolumes().stream()
                                        .map(Volume::getHostPath)
                                        .allMatch(path -> path == null),
                                "mounts a folder of the host"))
                .flatMap(violations -> violations);
    }

    private static Stream<String> ofContainer(Optional<SecurityContext> security) {
        var capabilities = security.map(SecurityContext::getCapabilities);
        return Stream.of(
                        unless(
                                security.map(it -> Boolean.FALSE.equals(it.getAllowPrivilegeEscalation()))
                                        .orElse(false),
                                "may escalate"),
                        unless(
                                capabilities
                                                .map(Capabilities::getDrop)
                                                .filter(dropped -> dropped.contains("ALL"))
                                                .isPresent()
                                        && capabilities
                                                .map(Capabilities::getAdd)
                                                .filter(added -> !List.of("NET_BIND_SERVICE")
                                                        .containsAll(added))
                                                .isEmpty(),
                                "keeps capabilities"))
                .flatMap(violations -> violations);
    }
}
