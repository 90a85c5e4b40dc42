package dev.ticketing.k8s;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ticketing.k8s.api.ApiRule;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The rules refuse none of our manifests, and detect each planted error. */
class ApiRulesTest {

    static List<ApiPlants.Plant> plants() {
        return ApiPlants.ALL;
    }

    @ParameterizedTest
    @EnumSource
    void holdsForAllAppliedManifests(ApiRule rule) {
        var beside = Stream.of(
                Manifests.parse("dev", Kustomize.render(Repository.ROOT.resolve("infra/skaffold/dev"))),
                Manifests.parse("story", Kustomize.render(Repository.ROOT.resolve("infra/skaffold/story"))),
                Manifests.parse("job", Repository.read(Repository.ROOT.resolve("infra/skaffold/purchase-story.yaml"))),
                Manifests.parse("operator", Repository.read(Repository.ROOT.resolve("infra/operator/pod.yaml"))));

        assertThat(Stream.concat(Combinations.all().stream(), beside))
                .allSatisfy(manifests -> assertThat(rule.violations(manifests.objects()))
                        .as(manifests.name())
                        .isEmpty());
    }

    @ParameterizedTest
    @MethodSource("plants")
    void refusalsOfTheApiServerAreReported(ApiPlants.Plant plant) {
        var manifests = Combinations.copyOf("gke");

        plant.change().accept(manifests);

        assertThat(plant.rule().violations(manifests.objects())).isNotEmpty();
    }

    @Test
    void everyRuleCanBeBroken() {
        assertThat(plants().stream().map(ApiPlants.Plant::rule).collect(Collectors.toSet()))
                .isEqualTo(Set.of(ApiRule.values()));
    }
}
