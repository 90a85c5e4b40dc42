package dev.ticketing.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ticketing.testing.MovableClock;
import dev.ticketing.testing.ServiceTest;
import dev.ticketing.web.FirstAnswers;
import dev.ticketing.web.IdempotencyKey;
import dev.ticketing.web.IdempotencyKeyReused;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.data.mongodb.core.MongoOperations;

@ServiceTest
class FirstAnswersIT {

    @Autowired
    FirstAnswers firstAnswers;

    @Autowired
    MongoOperations mongo;

    @Autowired
    MovableClock clock;

    private final IdempotencyKey key = new IdempotencyKey(UUID.randomUUID().toString(), "POST /journeys", "body");

    @Test
    void repeatedRequestGetsWhatTheFirstHasMade() {
        var first = make("ann", key);

        assertThat(make("ann", key).id()).isEqualTo(first.id());
    }

    @Test
    void requestsWithoutAKeyAreAllNew() {
        var first = firstAnswers.make(Journey.class, "ann", Optional.empty(), this::begin);
        var second = firstAnswers.make(Journey.class, "ann", Optional.empty(), this::begin);

        assertThat(second.id()).isNotEqualTo(first.id());
        assertThat(first.creation()).isNull();
    }

    @Test
    void keyOfAnotherRequestIsRefused() {
        make("ann", key);

        assertThatThrownBy(() -> make("ann", otherBody())).isInstanceOf(IdempotencyKeyReused.class);
    }

    @Test
    void sameKeyOfOthersOrElsewhereIsAnother() {
        var first = make("ann", key);

        var ofBob = make("bob", key);
        var elsewhere = make("ann", new IdempotencyKey(key.value(), "POST /trips", key.fingerprint()));

        assertThat(ofBob.id()).isNotEqualTo(first.id());
        assertThat(elsewhere.id()).isNotEqualTo(first.id()).isNotEqualTo(ofBob.id());
    }

    @Test
    void refusedRequestIsJudgedAnew() {
        assertThatThrownBy(() -> make("ann", key, creation -> {
                    throw new IllegalStateException("not now");
                }))
                .hasMessage("not now");

        assertThat(make("ann", key).creation()).isNotNull();
    }

    @Test
    void refusalOfTheLaterOfTwoAtOnceIsNone() {
        var first = new Journey[1];

        var second = make("ann", key, creation -> {
            first[0] = make("ann", key);
            throw new IllegalStateException("somebody was quicker");
        });

        assertThat(second.id()).isEqualTo(first[0].id());
    }

    @Test
    void anotherRequestAtTheSameTimeIsRefused() {
        assertThatThrownBy(() -> make("ann", otherBody(), creation -> {
                    make("ann", key);
                    return begin(creation);
                }))
                .isInstanceOf(IdempotencyKeyReused.class);
    }

    @Test
    void ofManyAtOnceOneMakesTheDocument() throws Exception {
        var together = new CyclicBarrier(50);

        try (var requests = Executors.newVirtualThreadPerTaskExecutor()) {
            var made = IntStream.range(0, 50)
                    .mapToObj(each -> requests.submit(() -> make("ann", key, creation -> {
                        meet(together);
                        return begin(creation);
                    })))
                    .toList();

            assertThat(made.stream().map(FirstAnswersIT::id).distinct()).hasSize(1);
        }
    }

    @Test
    void keyIsForgottenAfterADay() {
        var first = make("ann", key);

        clock.advance(Duration.ofHours(24).minusMinutes(1));
        assertThat(make("ann", key).id()).isEqualTo(first.id());

        clock.advance(Duration.ofMinutes(1));
        var second = make("ann", otherBody());
        assertThat(second.id()).isNotEqualTo(first.id());
        assertThat(make("ann", otherBody()).id()).isEqualTo(second.id());
        assertThat(mongo.findById(first.id(), Journey.class).creation()).isNull();
    }

    @Test
    void forgottenKeyIsNotBroughtBackByWhoeverHasTheDocumentInHand() {
        var inHand = mongo.findById(make("ann", key).id(), Journey.class);
        clock.advance(Duration.ofHours(24));
        make("ann", key);

        inHand.step("late");

        assertThatThrownBy(() -> mongo.save(inHand)).isInstanceOf(OptimisticLockingFailureException.class);
    }

    private IdempotencyKey otherBody() {
        return new IdempotencyKey(key.value(), key.route(), "other body");
    }

    private Journey make(String user, IdempotencyKey key) {
        return make(user, key, this::begin);
    }

    private Journey make(String user, IdempotencyKey key, Function<Creation, Journey> make) {
        return firstAnswers.make(Journey.class, user, Optional.of(key), make);
    }

    private Journey begin(Creation creation) {
        var journey = Journey.begin();
        journey.createdBy(creation);
        return mongo.save(journey);
    }

    private static void meet(CyclicBarrier barrier) {
        try {
            barrier.await();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private static String id(Future<Journey> made) {
        try {
            return made.get().id();
        } catch (InterruptedException | ExecutionException e) {
            throw new AssertionError(e);
        }
    }
}
