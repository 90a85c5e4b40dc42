package dev.ticketing.stripesandbox.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WebhookFaultsTest {

    private final WebhookFaults faults = new WebhookFaults();

    @Test
    void withoutOrdersEveryEventIsSentOnceAndAtOnce() {
        assertThat(faults.next()).containsExactly(0L);
    }

    @Test
    void dropsOnlyTheNextOnes() {
        faults.set(new WebhookFaults.Settings(null, null, 1, null, null));

        assertThat(faults.next()).isEmpty();
        assertThat(faults.next()).hasSize(1);
    }

    @Test
    void dropsAllUntilToldOtherwise() {
        faults.set(new WebhookFaults.Settings(null, null, null, true, null));
        assertThat(faults.next()).isEmpty();
        assertThat(faults.next()).isEmpty();

        faults.set(new WebhookFaults.Settings(null, null, null, false, null));

        assertThat(faults.next()).hasSize(1);
    }

    @Test
    void duplicatesAreDelayedLikeTheFirst() {
        faults.set(new WebhookFaults.Settings(70L, 1, null, null, null));

        assertThat(faults.next()).containsExactly(70L, 70L);
    }

    @Test
    void reorderedOnesWaitTheLongerTheEarlierTheyAre() {
        faults.set(new WebhookFaults.Settings(null, null, null, null, 2));

        var first = faults.next().getFirst();
        var second = faults.next().getFirst();

        assertThat(first).isGreaterThan(second);
        assertThat(faults.next()).containsExactly(0L);
    }

    @Test
    void clearedOnesAreForgotten() {
        faults.set(new WebhookFaults.Settings(70L, 1, 1, true, 1));

        faults.clear();

        assertThat(faults.next()).containsExactly(0L);
    }
}
