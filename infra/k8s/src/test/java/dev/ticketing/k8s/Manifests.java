package dev.ticketing.k8s;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Everything that one {@code kubectl apply -k} sends. */
record Manifests(String name, List<HasMetadata> objects) {

    static Manifests parse(String name, String rendered) {
        return new Manifests(name, new ArrayList<>(StrictParser.parse(rendered)));
    }

    <T extends HasMetadata> Stream<T> all(Class<T> kind) {
        return objects.stream().filter(kind::isInstance).map(kind::cast);
    }

    <T extends HasMetadata> T the(Class<T> kind, String name) {
        return all(kind)
                .filter(object -> object.getMetadata().getName().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no " + kind.getSimpleName() + " " + name));
    }

    boolean has(Class<? extends HasMetadata> kind, String name) {
        return all(kind).anyMatch(object -> object.getMetadata().getName().equals(name));
    }

    Stream<Workload> workloads() {
        return Stream.concat(
                all(Deployment.class)
                        .map(it -> new Workload(
                                it,
                                it.getSpec().getSelector(),
                                it.getSpec().getReplicas(),
                                it.getSpec().getTemplate())),
                all(StatefulSet.class)
                        .map(it -> new Workload(
                                it,
                                it.getSpec().getSelector(),
                                it.getSpec().getReplicas(),
                                it.getSpec().getTemplate())));
    }

    Workload workload(String name) {
        return workloads()
                .filter(workload -> workload.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no workload " + name));
    }
}
