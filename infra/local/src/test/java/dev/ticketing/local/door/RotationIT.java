package dev.ticketing.local.door;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import dev.ticketing.local.process.ManagedProcess;
import dev.ticketing.local.settings.SuiteOptions;
import dev.ticketing.suite.Port;
import dev.ticketing.suite.Service;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The front door in front of two instances, which return their names. */
class RotationIT {

    static {
        Awaitility.setDefaultTimeout(Duration.ofMinutes(1)); // a machine may do much else
    }

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    /** Returns 503 at {@code /readyz} when it is not ready, and its name at {@code /api/orders}. */
    private static final class Stub {

        private final HttpServer server;
        private volatile boolean ready = true;

        Stub(String name, int port) throws IOException {
            server = HttpServer.create(new InetSocketAddress("127.0.0.1", port), 0);
            server.createContext("/", exchange -> {
                var isProbe = exchange.getRequestURI().getPath().equals("/readyz");
                exchange.sendResponseHeaders(isProbe && !ready ? 503 : 200, name.length());
                exchange.getResponseBody().write(name.getBytes());
                exchange.close();
            });
            server.setExecutor(Thread::startVirtualThread);
            server.start();
        }
    }

    @TempDir
    Path folder;

    private SuiteOptions options;
    private Stub first;
    private Stub second;
    private ManagedProcess nginx;
    private Rotation rotation;

    @BeforeEach
    void start() throws IOException {
        options = SuiteOptions.isolated(folder).withInstances(2);
        var instances = options.instances(Service.named("orders-service"));
        first = new Stub("first", options.port(instances.getFirst()));
        second = new Stub("second", options.port(instances.getLast()));
        nginx = new ManagedProcess(new FrontDoor(options).spec(), folder, line -> {});
        nginx.start();
        nginx.awaitReady(Duration.ofSeconds(20));
        rotation = new Rotation(options, instances);
    }

    @AfterEach
    void stop() {
        rotation.close();
        nginx.stop(Duration.ofSeconds(5));
        first.server.stop(0);
        second.server.stop(0);
    }

    @Test
    void bothAreAsked() {
        assertThat(whoAnswers(20)).containsExactlyInAnyOrder("first", "second");
    }

    @Test
    void instanceThatIsNotReadyIsAskedNoMoreUntilItIs() {
        first.ready = false;
        await().until(answers(), Set.of("second")::equals);

        first.ready = true;
        await().until(answers(), who -> who.size() == 2);

        second.ready = false;
        await().until(answers(), Set.of("first")::equals);
    }

    @Test
    void requestMeetsNobodyWhoIsGone() {
        rotation.close();
        first.server.stop(0);

        assertThat(whoAnswers(20)).containsExactly("second");
    }

    private Callable<Set<String>> answers() {
        return () -> whoAnswers(20);
    }

    private Set<String> whoAnswers(int requests) {
        var order = HttpRequest.newBuilder(URI.create(options.url(Port.FRONT_DOOR) + "/api/orders"))
                .POST(BodyPublishers.ofString("{}"))
                .build();
        return Stream.generate(() -> order)
                .limit(requests)
                .map(RotationIT::answer)
                .collect(toSet());
    }

    private static String answer(HttpRequest request) {
        try {
            return HTTP.send(request, BodyHandlers.ofString()).body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
