package dev.ticketing.local.settings;

import dev.ticketing.suite.CannotStart;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import redis.embedded.core.ExecutableProvider;

/** Third-party programs: from the environment, from PATH, or from the folder of {@code ./dev}. */
public final class Tools {

    private static final Pattern SEPARATOR = Pattern.compile(Pattern.quote(File.pathSeparator));

    private Tools() {}

    public static String find(String program, String variable, SuiteOptions options) {
        var named = options.environment().get(variable);
        if (named != null && !named.isBlank()) {
            return named;
        }
        var path = options.environment().getOrDefault("PATH", "");
        return Stream.concat(
                        SEPARATOR.splitAsStream(path).map(Path::of),
                        // services of the system are not on every PATH
                        Stream.of(
                                options.home().resolve(".local/bin"), Path.of("/usr/sbin"), Path.of("/usr/local/sbin")))
                .map(folder -> folder.resolve(program))
                .filter(Files::isExecutable)
                .findFirst()
                .map(Path::toString)
                .orElseThrow(
                        () -> new CannotStart("%s is missing: install it or name it in %s (./dev does this if it can)"
                                .formatted(program, variable)));
    }

    /** The binary from embedded-redis, unpacked once. */
    public static String redis(SuiteOptions options) throws IOException {
        var folder = options.home().resolve(".local/bin/redis-6.2");
        try (var present = Files.isDirectory(folder) ? Files.list(folder) : Stream.<Path>empty()) {
            var unpacked = present.filter(Files::isExecutable).findFirst();
            if (unpacked.isPresent()) {
                return unpacked.get().toString();
            }
        }
        var unfinished = Files.createTempDirectory(Files.createDirectories(folder.getParent()), "redis");
        var binary = ExecutableProvider.newJarResourceProvider(unfinished.toFile())
                .get()
                .toPath();
        Files.move(unfinished, folder);
        return folder.resolve(unfinished.relativize(binary)).toString();
    }
}
