package dev.ticketing.local;

import dev.ticketing.local.process.CannotStart;
import dev.ticketing.local.process.ProcessSpec;
import dev.ticketing.local.process.Readiness;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** nginx in front of the applications, with the routes that the ingress has in production. */
final class FrontDoor {

    private final int port;
    private final Path folder;
    private final Path template;
    private final String nginx;

    FrontDoor(SuiteOptions options) {
        port = options.port(Port.FRONT_DOOR);
        folder = options.run().resolve("nginx");
        template = options.home().resolve("infra/local/nginx.conf");
        nginx = Tools.find("nginx", "NGINX", options);
    }

    /** One upstream per name, each with all its instances. */
    ProcessSpec spec(Map<String, List<Integer>> upstreams) {
        var configuration = configuration(upstreams);
        try {
            Files.createDirectories(folder.resolve("tmp"));
            Files.writeString(folder.resolve("nginx.conf"), configuration);
        } catch (IOException e) {
            throw new CannotStart("cannot write nginx's configuration to %s: %s".formatted(folder, e), e);
        }
        var command = List.of(
                nginx,
                "-e",
                "stderr",
                "-p",
                folder + "/",
                "-c",
                folder.resolve("nginx.conf").toString());
        return new ProcessSpec(Port.FRONT_DOOR.owner(), command, Map.of(), folder, Readiness.accepts(port));
    }

    private String configuration(Map<String, List<Integer>> upstreams) {
        try {
            var text = Files.readString(template).replace("{{listen}}", listen());
            for (var upstream : upstreams.entrySet()) {
                text = text.replace("{{" + upstream.getKey() + "}}", servers(upstream.getValue()));
            }
            return text;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String servers(List<Integer> ports) {
        return ports.stream().map("server 127.0.0.1:%d max_fails=0;"::formatted).collect(Collectors.joining(" "));
    }

    /** Browsers try either address for "localhost". */
    private String listen() {
        var ipv4 = "listen 127.0.0.1:%d;".formatted(port);
        return hasIpv6() ? ipv4 + " listen [::1]:%d;".formatted(port) : ipv4;
    }

    private static boolean hasIpv6() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getByName("::1"))) {
            return socket.isBound();
        } catch (IOException e) {
            return false;
        }
    }
}
