package dev.ticketing.delivery;

import dev.ticketing.suite.Service;
import dev.ticketing.suite.Service.Need;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The files that have to repeat what the list of services says, because Maven, skaffold and kustomize do not read it. */
final class ServiceFiles {

    private static final String LIST = "infra/suite/src/main/resources/services";

    private final Path root;
    private final List<String> gaps = new ArrayList<>();

    private ServiceFiles(Path root) {
        this.root = root;
    }

    /** A line for everything that a file does not say, but should by the list. */
    static List<String> gaps(Path root) {
        var files = new ServiceFiles(root);
        Service.parse(files.read(LIST)).forEach(files::check);
        return files.gaps;
    }

    private void check(Service service) {
        var name = service.name();
        expect("pom.xml", "<module>%s</module>".formatted(service.module()));
        expect(service.module() + "/pom.xml", "<artifactId>%s</artifactId>".formatted(name));
        expect(service.module() + "/pom.xml", "<jib.skip>false</jib.skip>");
        expect("system-tests/pom.xml", "<artifactId>%s</artifactId>".formatted(name));
        expect(service.module() + "/src/main/resources/application.yaml", "application.name: " + name);
        service.database()
                .ifPresent(database -> expect(
                        service.module() + "/src/main/resources/application.yaml", "mongodb.database: " + database));
        expect(
                "skaffold.yaml",
                "{image: ticketing/%s, custom: {buildCommand: ./dev artifact %s, ".formatted(name, service.module()));
        expect("skaffold.yaml", "./dev artifact %s -Dhot-reload, ".formatted(service.module()));
        if (!service.isSandbox()) {
            checkCluster(service);
        }
    }

    private void checkCluster(Service service) {
        var name = service.name();
        var user = name.toUpperCase(Locale.ROOT).replace('-', '_');
        expect("infra/k8s/pom.xml", "<artifactId>%s</artifactId>".formatted(name));
        expect("infra/k8s/services/kustomization.yaml", "- " + name + "\n");
        expect("infra/k8s/services/%s/kustomization.yaml".formatted(name), "newName: ticketing/" + name);
        expect("infra/k8s/platform/nats/users.conf", "user: %s, password: $%s".formatted(name, user));
        expect(
                "infra/k8s/platform/nats/statefulset.yaml",
                "{name: %s, valueFrom: {secretKeyRef: {name: %s, key: NATS_PASSWORD}}}".formatted(user, name));
        if (service.needs(Need.ROUTES)) {
            expect("infra/local/nginx.conf", "{{%s}}".formatted(name));
            expect("infra/k8s/platform/ingress/ingress.yaml", name);
        }
    }

    private void expect(String file, String text) {
        if (!read(file).contains(text)) {
            gaps.add("%s lacks: %s".formatted(file, text.strip()));
        }
    }

    private String read(String file) {
        return Files.exists(root.resolve(file)) ? Repository.read(root.resolve(file)) : "";
    }
}
