package dev.ticketing.k8s;

import static java.util.stream.Collectors.toMap;

import io.fabric8.kubernetes.api.model.gatewayapi.v1.HTTPPathMatch;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.HTTPRoute;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import java.util.Map;
import java.util.regex.Pattern;

/** The service for each path. */
final class Routes {

    /** {@code location ~ ^/api/users(/|$) { … proxy_pass http://auth; …}, {@code location = /live …} and {@code location / …}. */
    private static final Pattern LOCATION = Pattern.compile(
            "location (?:~ \\^|(= ))?(/[\\w/.-]*)(?:\\(/\\|\\$\\))? \\{(?:(?!location )[\\s\\S])*?proxy_pass http://(\\w+);");

    private static final String EXACTLY = "= ";

    private Routes() {}

    static Map<String, String> ofFrontDoor() {
        return LOCATION.matcher(Repository.read(Repository.ROOT.resolve("infra/local/nginx.conf")))
                .results()
                .collect(toMap(
                        found -> (found.group(1) == null ? "" : EXACTLY) + found.group(2),
                        found -> found.group(3).equals("client") ? "client" : found.group(3) + "-service"));
    }

    static Map<String, String> of(Ingress ingress) {
        return ingress.getSpec().getRules().stream()
                .flatMap(rule -> rule.getHttp().getPaths().stream())
                .collect(toMap(
                        path -> (path.getPathType().equals("Exact") ? EXACTLY : "") + path.getPath(),
                        path -> path.getBackend().getService().getName()));
    }

    static Map<String, String> of(HTTPRoute route) {
        return route.getSpec().getRules().stream()
                .collect(toMap(
                        rule -> path(rule.getMatches().getFirst().getPath()),
                        rule -> rule.getBackendRefs().getFirst().getName()));
    }

    private static String path(HTTPPathMatch path) {
        return (path.getType().equals("Exact") ? EXACTLY : "") + path.getValue();
    }
}
