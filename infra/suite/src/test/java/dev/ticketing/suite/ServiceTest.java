package dev.ticketing.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ticketing.suite.Service.Need;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ServiceTest {

    @Test
    void lineOfTheListIsAService() {
        var services = Service.parse("""
                # module  port  database  listens to  needs

                infra/gift-service  9000  gifts  order,ticket  routes,jwt-key
                """);

        assertThat(services)
                .containsExactly(new Service(
                        "infra/gift-service",
                        9000,
                        Optional.of("gifts"),
                        List.of("order", "ticket"),
                        Set.of(Need.ROUTES, Need.JWT_KEY)));
        assertThat(services.getFirst().port()).isEqualTo(new Port("gift-service", "GIFT_PORT", 9000));
    }

    @Test
    void dashIsNone() {
        assertThat(Service.parse("client 8086 - - -"))
                .containsExactly(new Service("client", 8086, Optional.empty(), List.of(), Set.of()));
    }

    @Test
    void columnThatIsMissingIsNamed() {
        assertThatThrownBy(() -> Service.parse("client 8086 - -"))
                .hasMessage("client 8086 - - has 4 columns (expected: module, port, database, listens to, needs)");
    }

    @Test
    void portsAndNamesDiffer() {
        assertThat(Port.all()).extracting(Port::usual).doesNotHaveDuplicates();
        assertThat(Port.all()).extracting(Port::variable).doesNotHaveDuplicates();
    }
}
