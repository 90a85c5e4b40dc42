package dev.ticketing.expiration;

import dev.ticketing.testing.ServiceTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.client.RestTestClient;

/** The configuration of a cluster. */
@ServiceTest
@TestPropertySource(properties = "MANAGEMENT_PORT=0")
class MetricsPortIT {

    @LocalManagementPort
    int managementPort;

    @Autowired
    RestTestClient http;

    @Test
    void metricsHaveAPortOfTheirOwn() {
        var management = RestTestClient.bindToServer()
                .baseUrl("http://localhost:" + managementPort)
                .build();

        management.get().uri("/actuator/metrics").exchange().expectStatus().isOk();
        management.get().uri("/actuator/health").exchange().expectStatus().isOk();
        http.get().uri("/actuator/metrics").exchange().expectStatus().isNotFound();
        http.get().uri("/actuator/prometheus").exchange().expectStatus().isNotFound();
    }

    @Test
    void probesAreWhereTheRequestsComeIn() {
        http.get().uri("/readyz").exchange().expectStatus().isOk();
        http.get().uri("/livez").exchange().expectStatus().isOk();
    }
}
