package dev.ticketing.k8s;

import dev.ticketing.suite.Service;
import dev.ticketing.suite.Service.Need;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Paths in this repository. */
final class Repository {

    static final Path K8S = Path.of("").toAbsolutePath();
    static final Path ROOT = K8S.getParent().getParent();

    private Repository() {}

    /** Names of the services that are deployed everywhere. */
    static List<String> services() {
        return Service.deployed().stream().map(Service::name).sorted().toList();
    }

    static List<String> databases() {
        return Service.all().stream()
                .flatMap(service -> service.database().stream())
                .toList();
    }

    static Set<String> servicesWith(Need need) {
        return Service.all().stream()
                .filter(service -> service.needs(need))
                .map(Service::name)
                .collect(Collectors.toUnmodifiableSet());
    }

    static Path module(String name) {
        return ROOT.resolve(Service.named(name).module());
    }

    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
