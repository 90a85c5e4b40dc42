package dev.ticketing.web.limits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import dev.ticketing.messaging.TestApplication;
import dev.ticketing.testing.MovableClock;
import dev.ticketing.testing.ServiceTest;
import dev.ticketing.testing.load.AtOnce;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.data.mongodb.core.MongoOperations;

@ServiceTest
@SpringBootTest(classes = TestApplication.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class LimiterIT {

    private static final Quota TWO = new Quota("songs", "singer", new Limit(2, Duration.ofMinutes(1)));
    private static final Quota FIFTY = new Quota("songs", "choir", new Limit(50, Duration.ofMinutes(1)));

    @Autowired
    Limiter limiter;

    @Autowired
    MongoOperations mongo;

    @Autowired
    MovableClock clock;

    private final String ann = UUID.randomUUID().toString();

    @Test
    void requestAboveTheQuotaIsRefusedUntilTheWindowIsOver() {
        limiter.take(TWO, ann);
        clock.advance(Duration.ofSeconds(20));
        limiter.take(TWO, ann);

        assertThatThrownBy(() -> limiter.take(TWO, ann))
                .asInstanceOf(type(LimitExceeded.class))
                .satisfies(refusal -> {
                    assertThat(refusal.code()).isEqualTo("too-many-songs");
                    assertThat(refusal.seconds()).isBetween(39L, 40L);
                    assertThat(refusal.rateLimit()).isEqualTo("\"songs-by-singer\";r=0;t=" + refusal.seconds());
                    assertThat(refusal.rateLimitPolicy()).isEqualTo("\"songs-by-singer\";q=2;w=60");
                });
        clock.advance(Duration.ofSeconds(40));
        assertThatCode(() -> limiter.take(TWO, ann)).doesNotThrowAnyException();
    }

    @Test
    void returnedQuotaCanBeTakenAgain() {
        limiter.take(TWO, ann);
        limiter.take(TWO, ann);
        limiter.giveBack(TWO, ann);
        limiter.take(TWO, ann);

        assertThat(takes(ann)).isFalse();
    }

    @Test
    void aClearedCountBeginsAgain() {
        limiter.take(TWO, ann);
        limiter.take(TWO, ann);
        limiter.clear(TWO, ann);

        assertThat(takes(ann)).isTrue();
    }

    @Test
    void everySubjectHasAQuotaOfItsOwn() {
        limiter.take(TWO, ann);
        limiter.take(TWO, ann);

        assertThat(takes(UUID.randomUUID().toString())).isTrue();
    }

    @Test
    void aCountIsDeletedAfterItsWindow() {
        limiter.take(TWO, ann);

        assertThat(mongo.indexOps(Limiter.Count.class).getIndexInfo())
                .anyMatch(index -> index.isIndexForFields(Set.of("endsAt"))
                        && index.getExpireAfter().equals(Optional.of(Duration.ZERO)));
    }

    @RepeatedTest(20)
    void ofTwoHundredAtOnceAtTwoInstancesExactlyTheQuotaIsAdmitted() {
        var other = new Limiter(mongo, clock);

        var taken = AtOnce.all(200, number -> takes(number % 2 == 0 ? limiter : other, FIFTY, ann));

        assertThat(taken).filteredOn(yes -> yes).hasSize(50);
    }

    @RepeatedTest(5)
    void exactlyTheQuotaIsLetThroughAlsoAsAWindowEnds() {
        AtOnce.all(60, number -> takes(limiter, FIFTY, ann));
        clock.advance(Duration.ofMinutes(2));

        var taken = AtOnce.all(200, number -> takes(limiter, FIFTY, ann));

        assertThat(taken).filteredOn(yes -> yes).hasSize(50);
    }

    private boolean takes(String subject) {
        return takes(limiter, TWO, subject);
    }

    private static boolean takes(Limiter limiter, Quota quota, String subject) {
        try {
            limiter.take(quota, subject);
            return true;
        } catch (LimitExceeded e) {
            return false;
        }
    }
}
