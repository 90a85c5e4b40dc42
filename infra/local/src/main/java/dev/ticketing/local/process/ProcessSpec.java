package dev.ticketing.local.process;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * What to run.
 *
 * @param environment all of it; nothing is inherited
 * @param folder where it runs
 * @param readiness asked until it says yes
 */
public record ProcessSpec(
        String name, List<String> command, Map<String, String> environment, Path folder, Readiness readiness) {

    public ProcessSpec {
        command = List.copyOf(command);
        environment = Map.copyOf(environment);
    }

    public ProcessSpec withCommand(List<String> other) {
        return new ProcessSpec(name, other, environment, folder, readiness);
    }
}
