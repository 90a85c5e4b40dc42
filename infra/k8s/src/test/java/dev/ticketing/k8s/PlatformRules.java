package dev.ticketing.k8s;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.EnvVar;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** Requirements for the databases and the broker. */
final class PlatformRules {

    private PlatformRules() {}

    /** A service's database is its own, or an external one, because its address can be replaced. */
    static Stream<String> databasePerService(Manifests manifests) {
        return manifests.workloads().filter(Workload::isOurs).flatMap(it -> {
            var uri = Settings.given(manifests, it).get("MONGODB_URI");
            var own = it.name().replace("-service", "-mongodb");
            return uri == null || isElsewhere(manifests, uri) || uri.contains("@" + own + "/")
                    ? Stream.empty()
                    : Stream.of(it.name() + " has no database of its own");
        });
    }

    /** A MongoDB outside these manifests. */
    static boolean isElsewhere(Manifests manifests, String uri) {
        var host = uri.replaceFirst("mongodb(\\+srv)?://([^@/]*@)?", "").replaceFirst("[,:/?].*", "");
        return host.contains(".") && manifests.workloads().noneMatch(it -> host.startsWith(it.name() + "."));
    }

    static Stream<String> databasesAskWhoIsThere(Manifests manifests) {
        return manifests
                .workloads()
                .filter(it -> it.name().endsWith("-mongodb"))
                .filter(it -> !config(manifests, it).get("mongod.conf").contains("authorization: enabled"))
                .map(it -> it.name() + " lets everybody in");
    }

    /** As many members as the script expects. */
    static Stream<String> replicaSetsAreWhole(Manifests manifests) {
        return manifests
                .workloads()
                .filter(it -> it.name().endsWith("-mongodb"))
                .filter(it -> !String.valueOf(it.replicas()).equals(value(it, "MEMBERS")) || it.replicas() % 2 == 0)
                .map(it -> it.name() + " does not wait for all of its members");
    }

    /**
     * Streams have as many replicas as there are servers, and several servers write to the disk before they confirm.
     */
    static Stream<String> brokerIsReplicated(Manifests manifests) {
        var broker = manifests.workload("nats");
        var conf = config(manifests, broker).get("nats.conf");
        var safe = broker.replicas() == 1
                || broker.replicas() == 3 && conf.contains("sync_interval: always") && conf.contains("cluster {");
        return Stream.concat(
                safe ? Stream.empty() : Stream.of("nats may lose what it has confirmed"),
                manifests
                        .workloads()
                        .filter(Workload::isOurs)
                        .filter(it -> !Objects.requireNonNullElse(
                                        Settings.given(manifests, it).get("NATS_REPLICAS"),
                                        String.valueOf(broker.replicas()))
                                .equals(String.valueOf(broker.replicas())))
                        .map(it -> it.name() + " makes streams with another number of replicas"));
    }

    /** Every client of the broker is a user with the name of its ServiceAccount and a password that the broker has. */
    static Stream<String> brokerKnowsEverybody(Manifests manifests) {
        var broker = manifests.workload("nats");
        var users = config(manifests, broker).get("users.conf");
        return manifests
                .workloads()
                .filter(it -> Settings.given(manifests, it).containsKey("NATS_URL"))
                .filter(it -> !users.contains(
                                "user: %s, password: $%s\n".formatted(it.name(), BrokerUsers.variable(it.name())))
                        || Secrets.wanted(it).noneMatch((it.name() + "/NATS_PASSWORD")::equals)
                        || !secret(broker, BrokerUsers.variable(it.name())).equals(it.name() + "/NATS_PASSWORD")
                        || !field(it, "NATS_USER").equals("spec.serviceAccountName"))
                .map(it -> it.name() + " is not known to the broker");
    }

    static Stream<String> timersArePersistent(Manifests manifests) {
        return manifests
                .workloads()
                .filter(it -> it.name().equals("expiration-redis"))
                .filter(it -> !config(manifests, it).get("redis.conf").contains("appendonly yes")
                        || !it.container().getCommand().containsAll(List.of("--requirepass", "$(REDISCLI_AUTH)")))
                .map(it -> it.name() + " forgets, or lets everybody in");
    }

    private static Map<String, String> config(Manifests manifests, Workload workload) {
        return workload.template().getSpec().getVolumes().stream()
                .filter(volume -> volume.getConfigMap() != null)
                .map(volume -> manifests
                        .the(ConfigMap.class, volume.getConfigMap().getName())
                        .getData())
                .findFirst()
                .orElseThrow();
    }

    private static String value(Workload workload, String variable) {
        return env(workload, variable).map(EnvVar::getValue).findFirst().orElse(null);
    }

    private static String field(Workload workload, String variable) {
        return env(workload, variable)
                .map(env -> env.getValueFrom().getFieldRef().getFieldPath())
                .findFirst()
                .orElse("");
    }

    private static String secret(Workload workload, String variable) {
        return env(workload, variable)
                .map(env -> env.getValueFrom().getSecretKeyRef())
                .map(secret -> secret.getName() + "/" + secret.getKey())
                .findFirst()
                .orElse("");
    }

    private static Stream<EnvVar> env(Workload workload, String variable) {
        return workload.container().getEnv().stream()
                .filter(env -> env.getName().equals(variable));
    }
}
