package dev.ticketing.systemtests;

import dev.ticketing.local.SuiteOptions;
import java.util.List;

/** The broker's users and what each may do, as the manifests of the cluster have them. */
final class BrokerUsers {

    static final String PASSWORD = "p-for-all-of-them";

    static final String OPERATOR = "operator";

    static final List<String> SERVICES = List.of(
            "auth-service", "tickets-service", "orders-service", "payments-service", "expiration-service", "client");

    private BrokerUsers() {}

    /** Every service is a user of its own; whoever looks on from outside is the operator. */
    static SuiteOptions asInACluster(SuiteOptions options) {
        var config = options.home().resolve("infra/k8s/platform/nats/nats.conf");
        var changed = options.with("NATS_CONFIG", config.toString())
                .with("NATS_USER", OPERATOR)
                .with("NATS_PASSWORD", PASSWORD)
                .with("POD_NAME", "nats-0")
                .with("OPERATOR", PASSWORD);
        for (var service : SERVICES) {
            changed = changed.with(service.toUpperCase().replace('-', '_'), PASSWORD);
        }
        return changed;
    }
}
