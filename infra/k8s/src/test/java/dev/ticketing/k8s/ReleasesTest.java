package dev.ticketing.k8s;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReleasesTest {

    private static final Pattern IMAGES = Pattern.compile("(?:mongo|nats|redis):\\d+\\.\\d+[\\w.-]*");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mongo:8.0.15",
                "mongo:8.0.9",
                "nats:2.12.2-alpine",
                "nats:2.9.10",
                "redis:8.2.2",
                "redis:8",
                "redis:8.2-alpine",
                "mongo"
            })
    void knownHolesAreReported(String image) {
        assertThat(Releases.isCurrent(image)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"mongo:8.0.17", "mongo:8.2.0", "nats:2.12.10-alpine", "registry.example/redis:8.10.0"})
    void laterOnesAreNot(String image) {
        assertThat(Releases.isCurrent(image)).isTrue();
        assertThat(Releases.isCurrent(image + "@sha256:" + "0".repeat(64))).isTrue();
        assertThat(Releases.isCurrent("registry.example/mongo@sha256:" + "0".repeat(64)))
                .isTrue();
    }

    @Test
    void theSameImagesRunInClustersOnOneMachineAndInTests() {
        var local = images("infra/local/compose.yaml");

        assertThat(local).hasSize(3).allMatch(Releases::isCurrent);
        assertThat(images("common/testing/src/main/java/dev/ticketing/testing/backing/ContainerBacking.java"))
                .isEqualTo(local);
        assertThat(images(
                        "infra/k8s/platform/mongodb/statefulset.yaml",
                        "infra/k8s/platform/nats/statefulset.yaml",
                        "infra/k8s/platform/redis/statefulset.yaml"))
                .isEqualTo(local);
    }

    private static TreeSet<String> images(String... files) {
        var images = new TreeSet<String>();
        for (var file : files) {
            IMAGES.matcher(Repository.read(Repository.ROOT.resolve(file)))
                    .results()
                    .map(MatchResult::group)
                    .forEach(images::add);
        }
        return images;
    }
}
