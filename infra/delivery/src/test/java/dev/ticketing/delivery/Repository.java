package dev.ticketing.delivery;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The files of this repository. */
final class Repository {

    /** A part of a file that these classes do not declare is an error. */
    static final YAMLMapper STRICT = YAMLMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(tools.jackson.core.StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private Repository() {}

    static Path root() {
        for (var folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
            if (Files.exists(folder.resolve("skaffold.yaml"))) {
                return folder;
            }
        }
        throw new IllegalStateException(
                "%s is not inside the repository".formatted(Path.of("").toAbsolutePath()));
    }

    static String read(String file) {
        return read(root().resolve(file));
    }

    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<Path> workflows() {
        try (Stream<Path> files = Files.list(root().resolve(".github/workflows"))) {
            return files.filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Stream<String> modules() {
        return read("pom.xml")
                .lines()
                .filter(line -> line.contains("<module>"))
                .map(line -> line.replaceAll("</?module>", "").strip());
    }

    /** Modules whose poms declare an image. */
    static List<String> modulesWithAnImage() {
        return modules()
                .filter(module -> read(module + "/pom.xml").contains("<jib.skip>false</jib.skip>"))
                .toList();
    }
}
