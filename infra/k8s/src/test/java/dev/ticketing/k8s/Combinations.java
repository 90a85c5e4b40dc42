package dev.ticketing.k8s;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.IntStream;

/**
 * Every overlay, and with the base of the suite: no component, each, each pair, all but one, and all. Rendered once for
 * all tests.
 */
final class Combinations {

    static final List<String> OVERLAYS = List.of("local", "gke", "digitalocean");

    /** In the order required in overlays: the last two enable resources of the others. */
    static final List<String> COMPONENTS = List.of(
            "stripe-sandbox",
            "replicated",
            "monitoring",
            "tls",
            "internal-tls",
            "gateway-api",
            "network-policies",
            "autoscaling");

    /** They exclude each other. */
    private static final List<String> SANDBOX_IN_THE_CLEAR = List.of("stripe-sandbox", "internal-tls");

    /** Not during class initialization, because the rendering threads would wait for it. */
    private static Map<String, String> rendered;

    private static Map<String, Manifests> parsed;

    private Combinations() {}

    private static synchronized Map<String, String> rendered() {
        if (rendered == null) {
            rendered = renderAll();
        }
        return rendered;
    }

    private static synchronized Map<String, Manifests> parsed() {
        if (parsed == null) {
            parsed = parseAll(rendered());
        }
        return parsed;
    }

    /** Read-only. */
    static List<Manifests> all() {
        return List.copyOf(parsed().values());
    }

    /** Read-only. */
    static Manifests of(String name) {
        return parsed().get(name);
    }

    /** Parsed anew, so that a test may modify it. */
    static Manifests copyOf(String name) {
        return Manifests.parse(name, rendered().get(name));
    }

    static String text(String name) {
        return rendered().get(name);
    }

    private static Map<String, String> renderAll() {
        var rendered = new ConcurrentSkipListMap<String, String>();
        OVERLAYS.parallelStream()
                .forEach(overlay -> rendered.put(
                        overlay,
                        Kustomize.render(Repository.K8S.resolve("overlays").resolve(overlay))));
        IntStream.range(0, 1 << COMPONENTS.size())
                .filter(bits -> Integer.bitCount(bits) <= 2 || Integer.bitCount(bits) >= COMPONENTS.size() - 1)
                .parallel()
                .mapToObj(Combinations::subset)
                .filter(components -> !components.containsAll(SANDBOX_IN_THE_CLEAR))
                .forEach(components -> rendered.put(components.toString(), Kustomize.renderWith(components)));
        return rendered;
    }

    private static Map<String, Manifests> parseAll(Map<String, String> rendered) {
        var parsed = new ConcurrentSkipListMap<String, Manifests>();
        rendered.entrySet().parallelStream()
                .forEach(of -> parsed.put(of.getKey(), Manifests.parse(of.getKey(), of.getValue())));
        return parsed;
    }

    private static List<String> subset(int bits) {
        return IntStream.range(0, COMPONENTS.size())
                .filter(i -> (bits >> i & 1) == 1)
                .mapToObj(COMPONENTS::get)
                .toList();
    }
}
