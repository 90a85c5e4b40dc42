package dev.ticketing.k8s;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

/** In a cluster the front door has the same refusals and timeouts as on one machine. */
class IngressControllerTest {

    @Test
    void controllerHasTheSettingsOfTheFrontDoorOfOneMachine() {
        var added = Stream.of("http-snippets", "server-snippets", "location-snippets")
                .flatMap(snippets -> entry(snippets).lines())
                .map(String::strip)
                .filter(line -> !line.contains("in_the_clear")) // of one machine nobody but itself sees the network
                .toList();

        assertThat(added).hasSizeGreaterThan(30);
        assertThat(frontDoor()).containsAll(added);
    }

    @Test
    void everyRefusalOfTheFrontDoorIsOneOfTheController() {
        var refusals = frontDoor().stream()
                .filter(line ->
                        line.startsWith("error_page") && line.endsWith("= /refused/$refused_kind/" + last(line)))
                .toList();

        assertThat(refusals).isNotEmpty();
        assertThat(entry("server-snippets").lines().map(String::strip).toList()).containsAll(refusals);
    }

    @Test
    void onlyCurrentVersionsOfTlsAreSpoken() {
        assertThat(entry("ssl-protocols")).isEqualTo("TLSv1.2 TLSv1.3");
    }

    private static String last(String line) {
        return line.substring(line.lastIndexOf('/') + 1);
    }

    /** With the rate of the Ingress. */
    private static List<String> frontDoor() {
        return Repository.read(Repository.ROOT.resolve("infra/local/nginx.conf"))
                .replace("{{requests-per-client}}", requestsPerClient())
                .replace("{{connections-per-client}}", "500")
                .lines()
                .map(line -> line.replaceFirst(" #.*", "").strip())
                .toList();
    }

    private static String requestsPerClient() {
        var ingress = Repository.read(Repository.K8S.resolve("platform/ingress/ingress.yaml"));
        return ingress.replaceFirst("(?s).*nginx.org/limit-req-rate: (\\d+)r/s.*", "$1");
    }

    private static String entry(String name) {
        Map<String, Map<String, Map<String, Map<String, String>>>> values =
                new Yaml().load(Repository.read(Repository.K8S.resolve("ingress-controller.yaml")));
        return values.get("controller").get("config").get("entries").get(name);
    }
}
