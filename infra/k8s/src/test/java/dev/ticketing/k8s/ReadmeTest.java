package dev.ticketing.k8s;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ticketing.k8s.api.ApiRule;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** A custom overlay with every change that the README offers. */
class ReadmeTest {

    private static final String OVERLAY = """
            apiVersion: kustomize.config.k8s.io/v1beta1
            kind: Kustomization
            namespace: ticketing
            resources: [../../../overlays/%s, mongodb.yaml]
            images:
              - {name: mongo, newName: registry.example/mongo, digest: "sha256:%s"}
              - {name: ticketing/orders-service, newName: registry.example/orders, newTag: "7"}
            configMapGenerator:
              - {name: orders-service, behavior: merge, literals: [RESERVATION_WINDOW=PT5M, "MONGODB_URI=mongodb://mongo.example:27017/orders"]}
              - {name: tickets-service, behavior: merge, literals: ["MONGODB_URI=mongodb+srv://tickets:${MONGODB_PASSWORD}@mongo.example/tickets"]}
              - {name: payments-service, behavior: merge, literals: ["PUBLIC_URL=https://tickets.example"]}
            patches:
              - target: {kind: Ingress, name: ticketing}
                patch: |-
                  - {op: replace, path: /spec/rules/0/host, value: tickets.example}
                  - {op: replace, path: /spec/tls/0/hosts/0, value: tickets.example}
            """;

    private static final String WAY_TO_MONGODB = """
            apiVersion: networking.k8s.io/v1
            kind: NetworkPolicy
            metadata: {name: mongodb-elsewhere}
            spec:
              podSelector:
                matchExpressions:
                  - {key: app.kubernetes.io/name, operator: In, values: [orders, tickets]}
                  - {key: app.kubernetes.io/component, operator: In, values: [service]}
              policyTypes: [Egress]
              egress:
                - to: [{ipBlock: {cidr: 10.20.0.0/16}}]
                  ports: [{port: 27017, protocol: TCP}]
            """;

    @Test
    void changesOfferedByTheReadmePass() throws IOException {
        for (var overlay : Combinations.OVERLAYS) {
            var folder = Files.createDirectories(Repository.K8S.resolve("target/kustomize/own-" + overlay));
            Files.writeString(folder.resolve("kustomization.yaml"), OVERLAY.formatted(overlay, "0".repeat(64)));
            Files.writeString(folder.resolve("mongodb.yaml"), WAY_TO_MONGODB);

            var manifests = Manifests.parse("own", Kustomize.render(folder));

            assertThat(Arrays.stream(Rule.values()).flatMap(rule -> rule.violations(manifests).stream()))
                    .isEmpty();
            assertThat(Arrays.stream(ApiRule.values()).flatMap(rule -> rule.violations(manifests.objects()).stream()))
                    .isEmpty();
        }
    }
}
