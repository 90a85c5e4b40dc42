package dev.ticketing.k8s.api;

import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The validation of the API server of Kubernetes 1.30–1.36 beyond the schema, after
 * {@code k8s.io/kubernetes/pkg/apis/.../validation}. A Deployment may pass it and its pods may not.
 */
public enum ApiRule {
    NAMES(SyntaxRules::names),
    LABELS(SyntaxRules::labels),
    LABEL_SELECTORS(SyntaxRules::selectors),
    CONFIGURATION_KEYS(SyntaxRules::configurationKeys),

    TOPOLOGY_CONSTRAINTS(PodSpecRules::topologyConstraints),
    RESTARTS_AND_DEADLINES(PodSpecRules::restartsAndDeadlines),
    SECURITY_CONTEXTS(PodSpecRules::securityContexts),
    VOLUMES(PodSpecRules::volumes),
    CONTAINER_NAMES(PodSpecRules::containerNames),
    CONTAINER_PORTS(PodSpecRules::ports),

    POD_SECURITY(AdmissionRules::restricted),

    PROBES(ContainerRules::probes),
    LIFECYCLES(ContainerRules::lifecycles),
    ENVIRONMENTS(ContainerRules::environments),
    RESOURCES(ContainerRules::resources),
    VOLUME_MOUNTS(ContainerRules::volumeMounts),
    POLICIES_OF_CONTAINERS(ContainerRules::policies),

    SELECTORS_ARE_THEIR_PODS(WorkloadRules::selectorsAreTheirPods),
    SELECTORS_NEVER_CHANGE(WorkloadRules::selectorsNeverChange),
    STRATEGIES(WorkloadRules::strategies),
    STATEFUL_SETS(WorkloadRules::statefulSets),
    CLAIMS(WorkloadRules::claims),
    DISRUPTION_BUDGETS(WorkloadRules::disruptionBudgets),
    AUTOSCALERS(WorkloadRules::autoscalers),

    SERVICES(NetworkObjectRules::services),
    INGRESSES(NetworkObjectRules::ingresses),
    HTTP_ROUTES(NetworkObjectRules::routes),
    NETWORK_POLICIES(NetworkObjectRules::policies);

    private final Function<List<HasMetadata>, Stream<String>> check;

    ApiRule(Function<List<HasMetadata>, Stream<String>> check) {
        this.check = check;
    }

    public List<String> violations(List<HasMetadata> objects) {
        return check.apply(objects).toList();
    }
}
