package dev.ticketing.local.images;

import dev.ticketing.local.apps.Program;
import dev.ticketing.suite.CannotStart;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The files of an image in a folder of this machine, and the JVM of its base. It starts with the command of the image's
 * configuration, except that paths begin elsewhere. A cache recorded here is valid in the container: the class path
 * differs only in its beginning, and jars have the same times and sizes.
 */
record UnpackedImage(Path java, Path folder) implements Program {

    private static final String WITHOUT_CACHE = "-Xshare:auto";
    private static final String CLASS_PATH = "@/app/jib-classpath-file";

    @Override
    public List<String> command() {
        return Stream.concat(configured("Entrypoint"), configured("Cmd"))
                .map(this::here)
                .toList();
    }

    @Override
    public boolean hasCache() {
        return Files.exists(cache());
    }

    @Override
    public List<String> trainingCommand() {
        var recording = "-XX:AOTCacheOutput=" + unfinishedCache();
        return command().stream()
                .map(argument -> argument.equals(WITHOUT_CACHE) ? recording : argument)
                .toList();
    }

    private Stream<String> configured(String part) {
        return JsonMapper.shared()
                .readTree(read("config.json"))
                .at("/config/" + part)
                .valueStream()
                .map(JsonNode::asString);
    }

    private String here(String argument) {
        return switch (argument) {
            case "java" -> java.toString();
            case CLASS_PATH -> here(read(CLASS_PATH.substring("@/".length())));
            default -> argument.replace("/app/", folder.resolve("app") + "/");
        };
    }

    @Override
    public void keepCache() {
        try {
            Files.move(unfinishedCache(), cache());
        } catch (IOException e) {
            throw new CannotStart("cannot keep %s: %s".formatted(cache(), e), e);
        }
    }

    @Override
    public void dropUnfinishedCache() {
        try {
            Files.deleteIfExists(unfinishedCache());
            // what the JVM has recorded, if it was stopped before it wrote the cache
            Files.deleteIfExists(
                    unfinishedCache().resolveSibling(unfinishedCache().getFileName() + ".config"));
        } catch (IOException e) {
            throw new CannotStart("cannot delete %s: %s".formatted(unfinishedCache(), e), e);
        }
    }

    private Path cache() {
        return folder.resolve("start.aot");
    }

    private Path unfinishedCache() {
        return folder.resolve("training.aot");
    }

    private String read(String file) {
        try {
            return Files.readString(folder.resolve(file)).strip();
        } catch (IOException e) {
            throw new CannotStart("%s is not an unpacked image: %s".formatted(folder, e), e);
        }
    }
}
