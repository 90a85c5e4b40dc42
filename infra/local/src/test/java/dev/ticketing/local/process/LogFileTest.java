package dev.ticketing.local.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogFileTest {

    @TempDir
    Path folder;

    @Test
    void whatTheJvmLogsIsNoReason() throws IOException {
        var log = Files.writeString(folder.resolve("tickets.log"), """
                Parameter 0 of constructor in TicketService required a bean that could not be found.
                [117.011s][warning][aot] Skipping Log4J2LoggingSystem: Failed verification
                Picked up JAVA_TOOL_OPTIONS: -cp cannot.jar
                """);

        assertThat(new LogFile(log).lastMeaningfulLine())
                .startsWith("Parameter 0")
                .endsWith("could not be found.");
    }
}
