package dev.ticketing.local.door;

import static java.util.stream.Collectors.joining;

import dev.ticketing.local.process.ProcessSpec;
import dev.ticketing.local.process.Readiness;
import dev.ticketing.local.settings.ClientLimits;
import dev.ticketing.local.settings.SuiteOptions;
import dev.ticketing.local.settings.Tools;
import dev.ticketing.suite.CannotStart;
import dev.ticketing.suite.Port;
import dev.ticketing.suite.Service;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** nginx in front of the applications, with the routes of the ingress in production. */
public final class FrontDoor {

    private final int port;
    private final Path folder;
    private final Path template;
    private final Path answers;
    private final String nginx;
    private final List<Upstream> upstreams;
    private final ClientLimits limits;

    public FrontDoor(SuiteOptions options) {
        port = options.port(Port.FRONT_DOOR);
        folder = options.run().resolve("nginx");
        template = options.home().resolve("infra/local/nginx.conf");
        answers = options.answers();
        nginx = Tools.find("nginx", "NGINX", options);
        limits = new ClientLimits(options.environment());
        upstreams = Service.routed().stream()
                .map(application -> Upstream.of(application, options))
                .toList();
    }

    /** A file with the name of an instance in this folder takes it out of rotation. */
    public static Path outOfRotation(SuiteOptions options) {
        return options.run().resolve("nginx/out");
    }

    public ProcessSpec spec() {
        var configuration = configuration();
        try {
            Files.createDirectories(folder.resolve("tmp"));
            Files.createDirectories(answers.getParent());
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

    private String configuration() {
        try {
            var text = Files.readString(template)
                    .replace("{{listen}}", listen())
                    .replace("{{answers}}", answers.toString())
                    .replace("{{fewer}}", ofEach(Upstream::fewer))
                    .replace("{{rotation}}", ofEach(Upstream::rotation));
            for (var upstream : upstreams) {
                text = upstream.in(text);
            }
            return limits.in(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String ofEach(Function<Upstream, String> part) {
        return upstreams.stream().map(part).filter(text -> !text.isEmpty()).collect(joining("\n"));
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
