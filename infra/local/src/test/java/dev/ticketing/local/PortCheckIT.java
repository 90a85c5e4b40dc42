package dev.ticketing.local;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ticketing.local.settings.SuiteOptions;
import dev.ticketing.suite.CannotStart;
import dev.ticketing.suite.Port;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PortCheckIT {

    @Test
    void takenPortNamesWhoWantsItWhoHasItAndHowToChange(@TempDir Path folder) throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            var port = socket.getLocalPort();
            var options = SuiteOptions.isolated(folder).with("ORDERS_PORT", String.valueOf(port));

            assertThatThrownBy(() -> new PortCheck(options)
                            .check(List.of(Port.of("tickets-service"), Port.of("orders-service"))))
                    .isInstanceOf(CannotStart.class)
                    .hasMessage(("port %d for orders-service is used by java (pid %d): "
                                    + "stop that process, choose another port with ORDERS_PORT=… or move all with TICKETING_PORT_BASE=…")
                            .formatted(port, ProcessHandle.current().pid()));
        }
    }
}
