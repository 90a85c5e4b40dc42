package dev.ticketing.k8s.api;

import static dev.ticketing.k8s.api.Checks.between;
import static dev.ticketing.k8s.api.Checks.oneOf;
import static dev.ticketing.k8s.api.Checks.present;
import static dev.ticketing.k8s.api.Checks.unique;
import static dev.ticketing.k8s.api.Checks.unless;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServicePort;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.HTTPRoute;
import io.fabric8.kubernetes.api.model.networking.v1.HTTPIngressPath;
import io.fabric8.kubernetes.api.model.networking.v1.IPBlock;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPeer;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPort;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** The validation of Services and of the resources that route to them. Only this test detects a missing backend. */
final class NetworkObjectRules {

    private NetworkObjectRules() {}

    private static <T extends HasMetadata> Stream<T> all(List<HasMetadata> objects, Class<T> kind) {
        return objects.stream().filter(kind::isInstance).map(kind::cast);
    }

    static Stream<String> services(List<HasMetadata> objects) {
        return all(objects, Service.class).flatMap(it -> {
            var ports = it.getSpec().getPorts();
            return Stream.of(
                            unless(!ports.isEmpty(), "no port"),
                            unique(ports.stream().map(ServicePort::getName).toList(), "port"),
                            unique(
                                    ports.stream()
                                            .map(port -> port.getPort() + " " + port.getProtocol())
                                            .toList(),
                                    "port"),
                            ports.stream().flatMap(NetworkObjectRules::wrong),
                            oneOf(
                                    it.getSpec().getType(),
                                    List.of("ClusterIP", "NodePort", "LoadBalancer", "ExternalName"),
                                    "type"))
                    .flatMap(violations -> violations)
                    .map(violation -> "Service " + it.getMetadata().getName() + ": " + violation);
        });
    }

    private static Stream<String> wrong(ServicePort port) {
        return Stream.of(
                        unless(Syntax.isLabel(port.getName()), "no name of a port: " + port.getName()),
                        between(port.getPort(), 1, 65535, "port"),
                        target(port.getTargetPort()),
                        oneOf(port.getProtocol(), List.of("TCP", "UDP", "SCTP"), "protocol"),
                        unless(
                                port.getAppProtocol() == null || Syntax.isQualifiedName(port.getAppProtocol()),
                                "appProtocol"))
                .flatMap(violations -> violations);
    }

    private static Stream<String> target(IntOrString port) {
        return port == null || port.getIntVal() != null
                ? between(port == null ? null : port.getIntVal(), 1, 65535, "targetPort")
                : unless(Syntax.isPortName(port.getStrVal()), "no targetPort: " + port.getStrVal());
    }

    static Stream<String> ingresses(List<HasMetadata> objects) {
        return all(objects, Ingress.class)
                .flatMap(it -> Stream.concat(
                                it.getSpec().getRules().stream()
                                        .flatMap(rule -> Stream.concat(
                                                unless(Syntax.isHost(rule.getHost()), "no host: " + rule.getHost()),
                                                rule.getHttp().getPaths().stream()
                                                        .flatMap(path -> wrong(objects, path)))),
                                it.getSpec().getTls().stream()
                                        .flatMap(tls -> tls.getHosts().stream())
                                        .filter(host -> !Syntax.isHost(host))
                                        .map(host -> "no host: " + host))
                        .map(violation -> "Ingress " + it.getMetadata().getName() + ": " + violation));
    }

    private static Stream<String> wrong(List<HasMetadata> objects, HTTPIngressPath path) {
        var service = path.getBackend().getService();
        return Stream.of(
                        unless(path.getPathType() != null, "no pathType"),
                        oneOf(path.getPathType(), List.of("Exact", "Prefix", "ImplementationSpecific"), "pathType"),
                        unless(isPath(path.getPath()), "no path: " + path.getPath()),
                        unless(
                                service != null
                                        && hasPort(
                                                objects,
                                                service.getName(),
                                                service.getPort().getName(),
                                                service.getPort().getNumber()),
                                path.getPath() + " leads to no port of a Service"))
                .flatMap(violations -> violations);
    }

    private static boolean isPath(String path) {
        return path != null
                && path.startsWith("/")
                && Stream.of("//", "/./", "/../", "%2f", "%2F").noneMatch(path::contains)
                && !path.endsWith("/..")
                && !path.endsWith("/.");
    }

    private static boolean hasPort(List<HasMetadata> objects, String service, String name, Integer number) {
        return present(name, number) == 1
                && all(objects, Service.class)
                        .filter(it -> it.getMetadata().getName().equals(service))
                        .flatMap(it -> it.getSpec().getPorts().stream())
                        .anyMatch(port ->
                                port.getName().equals(name) || port.getPort().equals(number));
    }

    static Stream<String> routes(List<HasMetadata> objects) {
        return all(objects, HTTPRoute.class)
                .flatMap(route -> route.getSpec().getRules().stream()
                        .flatMap(rule -> rule.getBackendRefs().stream())
                        .filter(to -> !hasPort(objects, to.getName(), null, to.getPort()))
                        .map(to -> "HTTPRoute %s leads to no port of a Service: %s:%d"
                                .formatted(route.getMetadata().getName(), to.getName(), to.getPort())));
    }

    static Stream<String> policies(List<HasMetadata> objects) {
        return all(objects, NetworkPolicy.class)
                .flatMap(it -> Stream.concat(
                                Stream.concat(
                                        it.getSpec().getIngress().stream()
                                                .flatMap(rule -> wrong(rule.getFrom(), rule.getPorts())),
                                        it.getSpec().getEgress().stream()
                                                .flatMap(rule -> wrong(rule.getTo(), rule.getPorts()))),
                                it.getSpec().getPolicyTypes().stream()
                                        .flatMap(type -> oneOf(type, List.of("Ingress", "Egress"), "policyTypes")))
                        .map(violation -> "NetworkPolicy " + it.getMetadata().getName() + ": " + violation));
    }

    private static Stream<String> wrong(List<NetworkPolicyPeer> peers, List<NetworkPolicyPort> ports) {
        return Stream.concat(
                peers.stream()
                        .filter(peer -> peer.getIpBlock() == null
                                ? present(peer.getPodSelector(), peer.getNamespaceSelector()) == 0
                                : present(peer.getPodSelector(), peer.getNamespaceSelector()) > 0
                                        || !isBlock(peer.getIpBlock()))
                        .map(peer -> "no peer: " + peer),
                ports.stream()
                        .flatMap(port -> Stream.concat(
                                target(port.getPort()),
                                oneOf(port.getProtocol(), List.of("TCP", "UDP", "SCTP"), "protocol"))));
    }

    private static boolean isBlock(IPBlock block) {
        return isNetwork(block.getCidr())
                && Objects.requireNonNullElse(block.getExcept(), List.<String>of()).stream()
                        .allMatch(except -> isNetwork(except) && contains(block.getCidr(), except));
    }

    /** No bit is set after the prefix; since Kubernetes 1.36 this applies everywhere. */
    private static boolean isNetwork(String cidr) {
        return cidr.matches("\\d+(\\.\\d+){3}/\\d+") && bits(cidr) <= 32 && (address(cidr) & ~mask(bits(cidr))) == 0;
    }

    private static boolean contains(String outer, String inner) {
        return bits(outer) < bits(inner) && (address(inner) & mask(bits(outer))) == address(outer);
    }

    private static int bits(String cidr) {
        return Integer.parseInt(cidr.substring(cidr.indexOf('/') + 1));
    }

    private static int mask(int bits) {
        return bits == 0 ? 0 : -1 << (32 - bits);
    }

    private static int address(String cidr) {
        try {
            return ByteBuffer.wrap(InetAddress.getByName(cidr.substring(0, cidr.indexOf('/')))
                            .getAddress())
                    .getInt();
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException(cidr, e);
        }
    }
}
