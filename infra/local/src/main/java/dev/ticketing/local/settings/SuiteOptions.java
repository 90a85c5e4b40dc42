package dev.ticketing.local.settings;

import dev.ticketing.local.process.ReadyLog;
import dev.ticketing.suite.Addresses;
import dev.ticketing.suite.Port;
import dev.ticketing.suite.Service;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/**
 * What to start, and the folders for it.
 *
 * @param home the repository
 * @param folder data, logs and process ids of this suite
 * @param environment of the processes (secrets: only those that need them), and the settings of the launcher
 * @param own overrides for single processes, by their names
 * @param instances the number of instances of each application
 * @param docker backing services from {@code compose.yaml} instead of the embedded ones
 * @param training whether to record the starts once per build, for a minute before the first start
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

    /** The options of {@code ./dev up}: the usual ports, and all data under {@code .local}. */
    public static SuiteOptions usual(Map<String, String> environment) {
        var home = repository();
        return new SuiteOptions(home, home.resolve(".local"), environment, Map.of(), 1, false, false);
    }

    /** A suite for tests, beside any other: free ports and its own folder. */
    public static SuiteOptions isolated(Path folder) {
        var environment = new HashMap<>(System.getenv());
        for (var port : Port.all()) {
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
        return changed(draft -> draft.environment.put(variable, value));
    }

    /** For one process only, for example another address of a dependency. */
    public SuiteOptions with(String process, String variable, String value) {
        return changed(draft -> draft.own.merge(process, Map.of(variable, value), SuiteOptions::both));
    }

    private static Map<String, String> both(Map<String, String> some, Map<String, String> more) {
        var both = new HashMap<>(some);
        both.putAll(more);
        return Map.copyOf(both);
    }

    public SuiteOptions withDocker() {
        return changed(draft -> draft.docker = true);
    }

    /** Spends a minute on recording quick starts, unless that has happened since the last build. */
    public SuiteOptions withTraining() {
        return changed(draft -> draft.training = true);
    }

    /** This many instances of every application, behind one front door. */
    public SuiteOptions withInstances(int count) {
        return changed(draft -> {
            draft.instances = count;
            for (var service : Service.deployed()) {
                for (var number = 2; number <= count; number++) {
                    draft.environment.put(new Instance(service, number).variable(), String.valueOf(FreePort.find()));
                }
            }
        });
    }

    private SuiteOptions changed(Consumer<Draft> change) {
        var draft = new Draft(this);
        change.accept(draft);
        return new SuiteOptions(
                home, folder, draft.environment, draft.own, draft.instances, draft.docker, draft.training);
    }

    private static final class Draft {

        private final Map<String, String> environment;
        private final Map<String, Map<String, String>> own;
        private int instances;
        private boolean docker;
        private boolean training;

        Draft(SuiteOptions options) {
            environment = new HashMap<>(options.environment);
            own = new HashMap<>(options.own);
            instances = options.instances;
            docker = options.docker;
            training = options.training;
        }
    }

    public List<Instance> instances(Service of) {
        return IntStream.rangeClosed(1, instances)
                .mapToObj(number -> new Instance(of, number))
                .toList();
    }

    public int port(Instance instance) {
        return instance.number() == 1
                ? port(instance.of().port())
                : Integer.parseInt(environment.get(instance.variable()));
    }

    public String url(Instance instance) {
        return "http://localhost:" + port(instance);
    }

    public int port(Port port) {
        return port.in(environment);
    }

    public String url(Port port) {
        return "http://localhost:" + port(port);
    }

    public Path data(String of) {
        return folder.resolve("data").resolve(of);
    }

    /** The responses of the front door; stored with the data that they refer to. */
    public Path answers() {
        return data("answers.jsonl");
    }

    /** The times when processes became ready. */
    public ReadyLog readyLog() {
        return new ReadyLog(run().resolve("ready.log"));
    }

    /** The addresses of the backing services. */
    public Addresses addresses() {
        return new Addresses(environment);
    }

    public Path run() {
        return folder.resolve("run");
    }

    public Path logs() {
        return folder.resolve("logs");
    }
}
