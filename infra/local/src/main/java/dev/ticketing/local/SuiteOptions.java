package dev.ticketing.local;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * What to start and where to keep things.
 *
 * @param home the repository
 * @param folder data, logs and process ids of this one suite
 * @param environment what the processes see (secrets: only those who need them), and the settings of the launcher
 * @param own what single processes see instead, by their names
 * @param instances how many of each application
 * @param docker backing services from {@code compose.yaml} instead of the embedded ones
 * @param training whether to spend a minute once per build on making later starts quick
 */
public record SuiteOptions(
        Path home,
        Path folder,
        Map<String, String> environment,
        Map<String, Map<String, String>> own,
        int instances,
        boolean docker,
        boolean training) {

    public SuiteOptions {
        environment = Map.copyOf(environment);
        own = Map.copyOf(own);
    }

    /** As {@code ./dev up} has it: the usual ports, everything kept under {@code .local}. */
    public static SuiteOptions usual(Map<String, String> environment) {
        var home = repository();
        return new SuiteOptions(home, home.resolve(".local"), environment, Map.of(), 1, false, true);
    }

    /** A suite for tests, beside any other: free ports and its own folder. */
    public static SuiteOptions isolated(Path folder) {
        var environment = new HashMap<>(System.getenv());
        for (var port : Port.values()) {
            environment.put(port.variable(), String.valueOf(FreePort.find()));
        }
        return new SuiteOptions(repository(), folder.toAbsolutePath(), environment, Map.of(), 1, false, false);
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
        return new SuiteOptions(home, folder, changed, own, instances, docker, training);
    }

    /** For one process alone, such as another address of what it depends on. */
    public SuiteOptions with(String process, String variable, String value) {
        var changed = new HashMap<>(own);
        changed.merge(process, Map.of(variable, value), SuiteOptions::both);
        return new SuiteOptions(home, folder, environment, changed, instances, docker, training);
    }

    private static Map<String, String> both(Map<String, String> some, Map<String, String> more) {
        var both = new HashMap<>(some);
        both.putAll(more);
        return Map.copyOf(both);
    }

    public SuiteOptions withDocker() {
        return new SuiteOptions(home, folder, environment, own, instances, true, training);
    }

    /** Spends a minute on making starts quick, if nobody has done so since the last build. */
    public SuiteOptions withTraining() {
        return new SuiteOptions(home, folder, environment, own, instances, docker, true);
    }

    /** So many of every application, behind one front door. */
    public SuiteOptions withInstances(int count) {
        var changed = new HashMap<>(environment);
        for (var port : Applications.REPLICATED) {
            for (var number = 2; number <= count; number++) {
                changed.put(new Instance(port, number).variable(), String.valueOf(FreePort.find()));
            }
        }
        return new SuiteOptions(home, folder, changed, own, count, docker, training);
    }

    List<Instance> instances(Port of) {
        return IntStream.rangeClosed(1, instances)
                .mapToObj(number -> new Instance(of, number))
                .toList();
    }

    int port(Instance instance) {
        return instance.number() == 1 ? port(instance.of()) : Integer.parseInt(environment.get(instance.variable()));
    }

    String url(Instance instance) {
        return "http://localhost:" + port(instance);
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

    /** What the front door has answered; goes with the data that it speaks of. */
    Path answers() {
        return data("answers.jsonl");
    }

    Path run() {
        return folder.resolve("run");
    }

    Path logs() {
        return folder.resolve("logs");
    }
}
