package dev.ticketing.local.process;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * A process to run.
 *
 * @param environment the complete environment; nothing is inherited
 * @param folder its working folder
 * @param readiness polled until it succeeds
 */
public record ProcessSpec(
        String name, List<String> command, Map<String, String> environment, Path folder, Readiness readiness) {

    public ProcessSpec {
        command = List.copyOf(command);
        environment = Map.copyOf(environment);
    }
}
