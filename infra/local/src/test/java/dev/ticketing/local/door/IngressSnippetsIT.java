package dev.ticketing.local.door;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ticketing.local.process.ManagedProcess;
import dev.ticketing.local.process.ProcessSpec;
import dev.ticketing.local.process.Readiness;
import dev.ticketing.local.settings.SuiteOptions;
import dev.ticketing.local.settings.Tools;
import dev.ticketing.suite.Port;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the controller of a cluster adds to NGINX, in a server that listens in the clear as the controller's does. */
class IngressSnippetsIT {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private static final String CONFIGURATION = """
            daemon off; master_process off; pid nginx.pid; error_log stderr; events {}
            http {
              access_log off; client_body_temp_path tmp; proxy_temp_path tmp; fastcgi_temp_path tmp; uwsgi_temp_path tmp; scgi_temp_path tmp;
              {{http-snippets}}
              server {
                listen 127.0.0.1:{{port}};
                {{server-snippets}}
                location / { return 200 inside; }
              }
            }
            """;

    private static ManagedProcess nginx;
    private static URI door;

    @BeforeAll
    static void start(@TempDir Path folder) throws IOException {
        var options = SuiteOptions.isolated(folder);
        var port = options.port(Port.FRONT_DOOR);
        var values = Files.readString(options.home().resolve("infra/k8s/ingress-controller.yaml"));
        var file = folder.resolve("nginx.conf");
        Files.writeString(
                file,
                CONFIGURATION
                        .replace("{{port}}", String.valueOf(port))
                        .replace("{{http-snippets}}", snippets("http-snippets", values))
                        .replace("{{server-snippets}}", snippets("server-snippets", values)));
        var command = List.of(
                Tools.find("nginx", "NGINX", options), "-e", "stderr", "-p", folder + "/", "-c", file.toString());
        nginx = new ManagedProcess(
                new ProcessSpec("ingress", command, Map.of(), folder, Readiness.accepts(port)), folder, line -> {});
        nginx.start();
        nginx.awaitReady(Duration.ofSeconds(20));
        door = URI.create("http://localhost:" + port);
    }

    /** The lines of a block of YAML: all that are indented further than its name. */
    private static String snippets(String name, String values) {
        return values.lines()
                .dropWhile(line -> !line.strip().startsWith(name + ":"))
                .skip(1)
                .takeWhile(line -> line.isBlank() || line.startsWith("        "))
                .collect(joining("\n"));
    }

    @AfterAll
    static void stop() {
        nginx.stop(Duration.ofSeconds(5));
    }

    private static HttpResponse<String> get(String path) throws Exception {
        return HTTP.send(HttpRequest.newBuilder(door.resolve(path)).build(), BodyHandlers.ofString());
    }

    /** A program that is redirected has sent its session in the clear, and nobody would notice. */
    @ParameterizedTest
    @ValueSource(strings = {"/api/orders", "/api/users/signin", "/api?a=b"})
    void apiInTheClearIsRefused(String path) throws Exception {
        var answer = get(path);

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.headers().firstValue("Location")).isEmpty();
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/orders?status=created", "/apis"})
    void pagesInTheClearRedirectToHttps(String path) throws Exception {
        var answer = get(path);

        assertThat(answer.statusCode()).isEqualTo(301);
        assertThat(answer.headers().firstValue("Location")).contains("https://localhost" + path);
    }

    @Test
    void acmeChallengeIsAnsweredInTheClear() throws Exception {
        assertThat(get("/.well-known/acme-challenge/token").body()).isEqualTo("inside");
    }
}
