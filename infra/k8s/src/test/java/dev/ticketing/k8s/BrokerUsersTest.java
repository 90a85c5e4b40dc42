package dev.ticketing.k8s;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ticketing.events.Published;
import dev.ticketing.suite.Service;
import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;

/** Run {@code ./dev docs} to write the file ({@code -Dusers.update=true}). */
class BrokerUsersTest {

    @Test
    void everyServiceMayDoWhatItsCodeDoesAndNothingElse() throws IOException {
        var file = Repository.K8S.resolve("platform/nats/users.conf");
        var expected = BrokerUsers.conf(
                Repository.services().stream().map(BrokerUse::of).toList());

        if (Boolean.getBoolean("users.update")) {
            Files.writeString(file, expected);
        }

        assertThat(Files.readString(file)).isEqualTo(expected);
    }

    @Test
    void listOfServicesNamesTheEventsThatTheirHandlersTake() {
        assertThat(Service.deployed())
                .allSatisfy(service -> assertThat(service.listensTo())
                        .as("what %s listens to, in the file services", service.name())
                        .containsExactlyInAnyOrderElementsOf(BrokerUse.of(service.name()).consumes().stream()
                                .map(Published::noun)
                                .toList()));
    }
}
