package dev.ticketing.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;

/**
 * What to start and where to keep things.
 *
 * @param home the repository
 * @param folder data, logs and process ids of this one suite
 * @param environment what the processes see (secrets: only those who need them), and the settings of the launcher
 * @param docker backing services from {@code compose.yaml} instead of the embedded ones
 * @param training whether to spend a minute once per build on making later starts quick
 */
public record SuiteOptions(Path home, Path folder, Map<String, String> environment, boolean docker, boolean training) {

    public SuiteOptions {
        environment = Map.copyOf(environment);
    }

    /** As {@code ./dev up} has it: the usual ports, everything kept under {@code .local}. */
    public static SuiteOptions usual(Map<String, String> environment) {
        var home = repository();
        return new SuiteOptions(home, home.resolve(".local"), environment, false, true);
    }

    /** A suite for tests, beside any other: free ports and its own folder. */
    public static SuiteOptions isolated(Path folder) {
        var environment = new HashMap<>(System.getenv());
        environment.putAll(freePorts());
        return new SuiteOptions(repository(), folder.toAbsolutePath(), environment, false, false);
    }

    private static Map<String, String> freePorts() {
        var ports = new HashMap<String, String>();
        var held = new ArrayList<ServerSocket>();
        try {
            for (var port : Port.values()) {
                // all held until the last is found, so that no two are the same
                var socket = new ServerSocket(0);
                held.add(socket);
                ports.put(port.variable(), String.valueOf(socket.getLocalPort()));
            }
            for (var socket : held) {
                socket.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return ports;
    }

    private static Path repository() {
        var start = Path.of("").toAbsolutePath();
        for (var folder = start; folder != null; folder = folder.getParent()) {
            if (Files.exists(folder.resolve("infra/local/nginx.conf"))) {
                return folder;
            }
        }
        throw new IllegalStateException("%s is not inside the repository".formatted(start));
    }

    public SuiteOptions with(String variable, String value) {
        var changed = new HashMap<>(environment);
        changed.put(variable, value);
        return new SuiteOptions(home, folder, changed, docker, training);
    }

    public SuiteOptions withDocker() {
        return new SuiteOptions(home, folder, environment, true, training);
    }

    int port(Port port) {
        return port.in(environment);
    }

    String url(Port port) {
        return "http://localhost:" + port(port);
    }

    Path data(String of) {
        return folder.resolve("data").resolve(of);
    }

    Path run() {
        return folder.resolve("run");
    }

    Path logs() {
        return folder.resolve("logs");
    }
}
