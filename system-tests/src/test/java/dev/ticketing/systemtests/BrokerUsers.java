package dev.ticketing.systemtests;

import dev.ticketing.local.settings.SuiteOptions;
import dev.ticketing.suite.Service;
import java.util.List;

/** The broker's users and their rights, from the manifests of the cluster. */
final class BrokerUsers {

    static final String PASSWORD = "p-for-all-of-them";

    static final String OPERATOR = "operator";

    static final List<String> SERVICES =
            Service.deployed().stream().map(Service::name).toList();

    private BrokerUsers() {}

    /** Every service is a separate user; observers from outside use the operator's. */
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
