package dev.ticketing.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A folder with copies of our scripts, and with stand-ins for other programs that record their arguments. */
record Sandbox(Path folder) {

    record Ended(int code, String output) {}

    Sandbox copy(String file) throws IOException {
        var copy = folder.resolve(file);
        Files.createDirectories(copy.getParent());
        Files.copy(Repository.root().resolve(file), copy);
        return this;
    }

    /** Takes precedence over the real program; {@code script} runs after the arguments are recorded. */
    Sandbox standIn(String program, String script) throws IOException {
        return executable(".local/bin/" + program, """
                #!/usr/bin/env bash
                echo "%s $*" >>"%s"
                %s
                """.formatted(program, calls(), script));
    }

    Sandbox executable(String file, String text) throws IOException {
        var script = write(file, text);
        assertThat(script.toFile().setExecutable(true)).isTrue();
        return this;
    }

    Path write(String file, String text) throws IOException {
        var written = folder.resolve(file);
        Files.createDirectories(written.getParent());
        return Files.writeString(written, text);
    }

    Ended run(Map<String, String> environment, String... command) throws Exception {
        var builder = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
        builder.environment().merge("PATH", "", (path, nothing) -> folder.resolve(".local/bin") + ":" + path);
        builder.environment().putAll(environment);
        var process = builder.start();
        var output = new String(process.getInputStream().readAllBytes());
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        return new Ended(process.exitValue(), output);
    }

    /** In the order of the calls. */
    List<String> called() throws IOException {
        return Files.exists(calls()) ? Files.readAllLines(calls()) : List.of();
    }

    private Path calls() {
        return folder.resolve("calls.log");
    }
}
