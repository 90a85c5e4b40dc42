package dev.ticketing.k8s;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.LabelSelector;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import java.util.Map;
import java.util.Objects;

/** A Deployment or a StatefulSet, and its pods. */
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

    /** One of our images, whatever name an overlay gives it. */
    boolean isOurs() {
        return name().equals("stripe-sandbox") || Repository.services().contains(name());
    }

    int count() {
        return Objects.requireNonNullElse(replicas, 2); // set by an autoscaler
    }
}
