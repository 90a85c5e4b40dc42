package dev.ticketing.k8s;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.Gateway;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.HTTPRoute;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.cfg.MapperConfig;
import tools.jackson.databind.introspect.Annotated;
import tools.jackson.databind.introspect.JacksonAnnotationIntrospector;
import tools.jackson.databind.json.JsonMapper;

/** Reads manifests like an API server in strict mode: kinds, fields and types must exist in the API. */
final class StrictParser {

    /** A kind that is neither here nor a {@link CustomResources custom} one is an error. */
    private static final List<Class<? extends HasMetadata>> KINDS = List.of(
            Namespace.class,
            Secret.class,
            ConfigMap.class,
            Service.class,
            ServiceAccount.class,
            PersistentVolumeClaim.class,
            Pod.class,
            Job.class,
            Deployment.class,
            StatefulSet.class,
            PodDisruptionBudget.class,
            HorizontalPodAutoscaler.class,
            Ingress.class,
            NetworkPolicy.class,
            Gateway.class,
            HTTPRoute.class);

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .annotationIntrospector(new JacksonAnnotationIntrospector() {
                @Override
                public Boolean hasAnySetter(MapperConfig<?> config, Annotated place) {
                    return false; // the models keep unknown fields instead of refusing them
                }
            })
            .build();

    private static final JsonMapper CUSTOM = new JsonMapper();

    private StrictParser() {}

    static List<HasMetadata> parse(String manifests) {
        var options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        return StreamSupport.stream(
                        new Yaml(new SafeConstructor(options))
                                .loadAll(manifests)
                                .spliterator(),
                        false)
                .map(document -> parse((Map<?, ?>) document))
                .toList();
    }

    private static HasMetadata parse(Map<?, ?> document) {
        try {
            var custom = CustomResources.specOf(document);
            if (custom.isPresent()) {
                JSON.convertValue(document.get("spec"), custom.get());
                return CUSTOM.convertValue(document, GenericKubernetesResource.class);
            }
            return JSON.convertValue(document, type(document));
        } catch (JacksonException e) {
            throw new IllegalArgumentException(
                    "%s %s: %s".formatted(document.get("kind"), document.get("metadata"), e.getOriginalMessage()), e);
        }
    }

    private static Class<? extends HasMetadata> type(Map<?, ?> document) {
        return KINDS.stream()
                .filter(type -> HasMetadata.getKind(type).equals(document.get("kind")))
                .filter(type -> HasMetadata.getApiVersion(type).equals(document.get("apiVersion")))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("%s %s (expected: one of %s)"
                        .formatted(document.get("apiVersion"), document.get("kind"), KINDS)));
    }
}
