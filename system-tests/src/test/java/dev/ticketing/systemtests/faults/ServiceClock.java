package dev.ticketing.systemtests.faults;

import dev.ticketing.local.settings.SuiteOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;

/**
 * The clock of one service: libfaketime stands between its process and the system's clock, and reads the error from a
 * file once a second. Spans of time stay correct.
 */
record ServiceClock(String service, Path error, URI livez) {

    private static final Duration NOTICED = Duration.ofSeconds(5);

    static ServiceClock of(String service, int port, SuiteOptions options) {
        var clock = new ServiceClock(
                service,
                options.folder().resolve("clock-" + service),
                URI.create("http://localhost:%d/livez".formatted(port)));
        clock.write(Duration.ZERO);
        return clock;
    }

    /** Applies to the service's process. */
    SuiteOptions with(String library, SuiteOptions options) {
        return options.with(service, "LD_PRELOAD", library)
                .with(service, "FAKETIME_TIMESTAMP_FILE", error.toString())
                .with(service, "FAKETIME_CACHE_DURATION", "1")
                .with(service, "FAKETIME_DONT_FAKE_MONOTONIC", "1")
                .with(service, "FAKETIME_FORCE_MONOTONIC_FIX", "0") // else waits end at once
                .with(service, "FAKETIME_DISABLE_SHM", "1");
    }

    /** Returns when the service uses it. */
    void isWrongBy(Duration wrong) {
        write(wrong);
        Fault.eventually().until(() -> shows().minus(wrong).abs().compareTo(NOTICED) < 0);
    }

    private void write(Duration wrong) {
        try {
            Files.createDirectories(error.getParent());
            Files.writeString(error, "%+d".formatted(wrong.toSeconds()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** How far ahead it is, by the date of its responses. */
    private Duration shows() throws IOException, InterruptedException {
        try (var client = HttpClient.newHttpClient()) {
            var date = client.send(HttpRequest.newBuilder(livez).build(), BodyHandlers.discarding())
                    .headers()
                    .firstValue("Date")
                    .orElseThrow();
            return Duration.between(
                    Instant.now(),
                    ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME)
                            .toInstant());
        }
    }
}
