package dev.ticketing.local.backing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ticketing.local.settings.SuiteOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With a stand-in for Docker that records its arguments. */
class DockerServicesIT {

    @TempDir
    Path temporary;

    private String callOf(String clone) throws IOException {
        var folder = Files.createDirectories(temporary.resolve(clone));
        var docker =
                Files.writeString(folder.resolve("docker"), "#!/bin/sh\necho \"$@\" \"$NATS_PORT\" >>\"$0.calls\"\n");
        assertThat(docker.toFile().setExecutable(true)).isTrue();
        var options =
                SuiteOptions.isolated(folder).with("DOCKER", docker.toString()).with("NATS_PORT", "4711");

        new DockerServices(options).start(List.of("nats"));

        return Files.readString(folder.resolve("docker.calls"));
    }

    @Test
    void containersAndVolumesBelongToTheClone() throws IOException {
        var first = callOf("first clone");

        assertThat(first)
                .matches(
                        "compose --project-name ticketing-[0-9a-f]+ --file infra/local/compose.yaml up .* nats 4711\n");
        assertThat(callOf("second clone")).isNotEqualTo(first);
        assertThat(callOf("first clone")).startsWith(first);
    }
}
