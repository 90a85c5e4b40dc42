package dev.ticketing.documents;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MongoAwaitedTest {

    @Test
    void onlyTheClientIsAskedForMongoDb() {
        var other = new Object();

        assertThat(new MongoAwaited().postProcessAfterInitialization(other, "other"))
                .isSameAs(other);
    }
}
