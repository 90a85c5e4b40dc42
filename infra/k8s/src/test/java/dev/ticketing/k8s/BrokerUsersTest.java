package dev.ticketing.k8s;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;

/** Run with {@code -Dusers.update=true} to have the file written. */
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
}
