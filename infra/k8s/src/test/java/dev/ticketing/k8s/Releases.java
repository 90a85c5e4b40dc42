package dev.ticketing.k8s;

import java.util.Arrays;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The oldest patch releases of third-party images without known vulnerabilities; raised with every advisory. */
final class Releases {

    /** MongoDB: CVE-2025-14847. NATS: the advisories up to 2.12.7. Redis: CVE-2025-49844 and those before 8.2.3. */
    private static final Map<String, String> LEAST = Map.of("mongo", "8.0.17", "nats", "2.12.8", "redis", "8.2.3");

    private static final Pattern IMAGE = Pattern.compile(
            "(?:.*/)?(?<name>[\\w.-]+)(?::(?<version>\\d+\\.\\d+\\.\\d+)?[\\w.-]*)?(?<digest>@sha256:[0-9a-f]{64})?");

    private Releases() {}

    /**
     * Not older than the last vulnerability of its line. A digest alone, or a name that is not here, is the choice of
     * an overlay.
     */
    static boolean isCurrent(String image) {
        var parts = IMAGE.matcher(image);
        if (!parts.matches() || !LEAST.containsKey(parts.group("name"))) {
            return parts.matches();
        }
        var least = LEAST.get(parts.group("name"));
        return parts.group("version") == null
                ? parts.group("digest") != null
                : Arrays.compare(numbers(parts.group("version")), numbers(least)) >= 0;
    }

    private static int[] numbers(String version) {
        return Stream.of(version.split("\\.")).mapToInt(Integer::parseInt).toArray();
    }
}
