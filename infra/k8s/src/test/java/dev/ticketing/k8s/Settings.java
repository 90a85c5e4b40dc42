package dev.ticketing.k8s;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.EnvVar;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The environment of our programs: the settings in the manifests, and those that a module's yaml reads. */
final class Settings {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([A-Z][A-Z_]*)(?::([^}]*))?}");
    private static final Pattern IMPORT = Pattern.compile("config\\.import: classpath:(\\S+)");
    private static final Pattern REQUIRED = Pattern.compile("\\| (\\w+) \\| `([A-Z_]+)` \\| – \\(required\\) \\|");
    /** Read by the code itself, before the configuration exists. */
    private static final Set<String> READ_BY_CODE = Set.of("TICKETING_ENVIRONMENT", "SPRING_PROFILES_ACTIVE");

    private Settings() {}

    /** The settings of a workload by name, with values only if the manifests contain them. */
    static Map<String, String> given(Manifests manifests, Workload workload) {
        var given = new TreeMap<String, String>();
        workload.container().getEnvFrom().stream()
                .map(from ->
                        manifests.the(ConfigMap.class, from.getConfigMapRef().getName()))
                .forEach(config -> given.putAll(config.getData()));
        given.putAll(workload.container().getEnv().stream()
                .collect(Collectors.toMap(EnvVar::getName, env -> String.valueOf(env.getValue()))));
        return given;
    }

    /** Read by the module's yaml, by its imports, and by the values of other settings. */
    static Set<String> read(String module, Map<String, String> given) {
        var read = new TreeSet<>(READ_BY_CODE);
        Stream.concat(Stream.of(yaml(module)), given.values().stream())
                .flatMap(Settings::placeholders)
                .forEach(read::add);
        return read;
    }

    /**
     * Settings with this machine as the default, which does not work in a cluster, and required ones according to the
     * documentation.
     */
    static Set<String> needed(String module) {
        var yaml = yaml(module);
        var needed = PLACEHOLDER
                .matcher(yaml)
                .results()
                .filter(found -> found.group(2) == null || found.group(2).contains("localhost"))
                .map(found -> found.group(1))
                .filter(setting -> !setting.equals("MONGODB_URI") || yaml.contains("mongodb.database:"))
                .collect(Collectors.toCollection(TreeSet::new));
        REQUIRED.matcher(Repository.read(Repository.ROOT.resolve("README.md")))
                .results()
                .filter(row -> module.equals(row.group(1) + "-service"))
                .forEach(row -> needed.add(row.group(2)));
        return needed;
    }

    /** Names that a value refers to. */
    static Stream<String> placeholders(String value) {
        return PLACEHOLDER.matcher(value).results().map(found -> found.group(1));
    }

    private static String yaml(String module) {
        return yaml(Repository.module(module).resolve("src/main/resources/application.yaml"));
    }

    private static String yaml(Path file) {
        var text = Repository.read(file);
        return text
                + IMPORT.matcher(text)
                        .results()
                        .map(imported -> yaml(shared(imported.group(1))))
                        .collect(Collectors.joining());
    }

    private static Path shared(String name) {
        return Repository.ROOT.resolve(
                "common/%s/src/main/resources/%s".formatted(name.equals("service.yaml") ? "web" : "process", name));
    }
}
