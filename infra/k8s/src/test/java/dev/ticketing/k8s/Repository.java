package dev.ticketing.k8s;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Where things are in this repository. */
final class Repository {

    static final Path K8S = Path.of("").toAbsolutePath();
    static final Path ROOT = K8S.getParent().getParent();

    private Repository() {}

    /** Names of the services that are deployed: the folders under {@code services}. */
    static List<String> services() {
        try (var folders = Files.list(K8S.resolve("services"))) {
            return folders.filter(Files::isDirectory)
                    .map(folder -> folder.getFileName().toString())
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Path module(String name) {
        return name.equals("stripe-sandbox") ? ROOT.resolve("infra").resolve(name) : ROOT.resolve(name);
    }

    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
