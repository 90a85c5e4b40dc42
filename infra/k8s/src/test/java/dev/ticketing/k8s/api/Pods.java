package dev.ticketing.k8s.api;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;

/** The pods that an object creates, or is, with the names of all their volumes. */
record Pods(HasMetadata owner, ObjectMeta metadata, PodSpec spec, List<String> volumes) {

    static Stream<Pods> of(List<HasMetadata> objects) {
        return objects.stream().flatMap(Pods::of);
    }

    private static Stream<Pods> of(HasMetadata object) {
        return switch (object) {
            case Deployment it -> Stream.of(of(it, it.getSpec().getTemplate(), List.of()));
            case StatefulSet it ->
                Stream.of(of(
                        it,
                        it.getSpec().getTemplate(),
                        it.getSpec().getVolumeClaimTemplates().stream()
                                .map(PersistentVolumeClaim::getMetadata)
                                .map(ObjectMeta::getName)
                                .toList()));
            case Job it -> Stream.of(of(it, it.getSpec().getTemplate(), List.of()));
            case Pod it -> Stream.of(of(it, new PodTemplateSpec(it.getMetadata(), it.getSpec()), List.of()));
            default -> Stream.empty();
        };
    }

    private static Pods of(HasMetadata owner, PodTemplateSpec template, List<String> claims) {
        var volumes = Stream.concat(
                        claims.stream(),
                        template.getSpec().getVolumes().stream().map(Volume::getName))
                .toList();
        return new Pods(owner, template.getMetadata(), template.getSpec(), volumes);
    }

    static Stream<String> check(List<HasMetadata> objects, Function<Pods, Stream<String>> check) {
        return of(objects).flatMap(pods -> check.apply(pods).map(violation -> pods.name() + ": " + violation));
    }

    static Stream<String> checkContainers(
            List<HasMetadata> objects, BiFunction<Pods, Container, Stream<String>> check) {
        return check(
                objects,
                pods -> pods.containers()
                        .flatMap(container ->
                                check.apply(pods, container).map(violation -> container.getName() + " " + violation)));
    }

    Stream<Container> containers() {
        return Stream.concat(spec.getInitContainers().stream(), spec.getContainers().stream());
    }

    String name() {
        return owner.getKind() + " " + owner.getMetadata().getName();
    }
}
