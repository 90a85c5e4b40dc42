package dev.ticketing.k8s;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.LabelSelector;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import java.util.Map;
import java.util.Objects;

/** A Deployment or a StatefulSet: what its pods are. */
record Workload(HasMetadata owner, LabelSelector selector, Integer replicas, PodTemplateSpec template) {

    String name() {
        return owner.getMetadata().getName();
    }

    Container container() {
        return template.getSpec().getContainers().getFirst();
    }

    Map<String, String> labels() {
        return template.getMetadata().getLabels();
    }

    /** One of ours: on the image of a module. */
    boolean isOurs() {
        return container().getImage().startsWith("ticketing/");
    }

    int count() {
        return Objects.requireNonNullElse(replicas, 2); // an autoscaler's
    }
}
