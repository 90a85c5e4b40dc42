package dev.ticketing.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A modifiable and runnable copy of the poms and scripts of this repository; Maven is a stand-in that records its
 * arguments.
 */
record RepositoryCopy(Path folder) {

    private static final Path MAVEN = Path.of(".local/bin/maven");
    private static final Path RUNS = Path.of(".local/runs");

    static RepositoryCopy in(Path folder) throws IOException {
        var copy = new RepositoryCopy(folder);
        try (Stream<Path> files = Files.walk(Repository.root(), 3)) {
            files.filter(RepositoryCopy::isPomOrScript).forEach(copy::add);
        }
        Files.createDirectories(folder.resolve(".local/logs"));
        copy.write(MAVEN.toString(), "#!/bin/sh\necho \"$@\" >>%s\n".formatted(RUNS));
        assertThat(folder.resolve(MAVEN).toFile().setExecutable(true)).isTrue();
        return copy;
    }

    private static boolean isPomOrScript(Path file) {
        return file.endsWith("infra/local/jvm.flags")
                || file.endsWith("pom.xml")
                || file.endsWith("infra/images.sh")
                || file.endsWith("infra/skaffold/inputs.sh");
    }

    private void add(Path file) {
        try {
            var target = folder.resolve(Repository.root().relativize(file));
            Files.createDirectories(target.getParent());
            Files.copy(file, target);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void write(String file, String text) throws IOException {
        Files.createDirectories(folder.resolve(file).getParent());
        Files.writeString(folder.resolve(file), text);
    }

    void replace(String file, String text, String replacement) throws IOException {
        var before = Files.readString(folder.resolve(file));
        assertThat(before).contains(text);
        write(file, before.replace(text, replacement));
    }

    /** Returns the output; fails with it if the exit code is not 0. */
    String run(Map<String, String> environment, String... command) throws IOException, InterruptedException {
        var builder = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
        builder.environment().putAll(environment);
        var process = builder.start();
        var output = new String(process.getInputStream().readAllBytes()).strip();
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue()).as(output).isZero();
        return output;
    }

    String maven() {
        return folder.resolve(MAVEN).toString();
    }

    /** The arguments of each run of Maven so far. */
    List<String> runs() throws IOException {
        return Files.readAllLines(folder.resolve(RUNS));
    }
}
