package dev.ticketing.web.idempotency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ticketing.testing.MovableClock;
import dev.ticketing.testing.ServiceTest;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.bson.types.ObjectId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.index.Indexed;
import org.springframework.data.mongodb.core.mapping.Document;

@ServiceTest
@SpringBootTest(
        classes = dev.ticketing.messaging.TestApplication.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class IdempotentRequestsIT {

    @Autowired
    IdempotentRequests requests;

    @Autowired
    MongoOperations mongo;

    @Autowired
    MovableClock clock;

    private final IdempotencyKey key = new IdempotencyKey(UUID.randomUUID().toString(), "POST /thing");
    private final RequestKey request = key.of("ann", "body");
    private final RequestKey otherBody = key.of("ann", "other body");

    @Document("things")
    record Thing(
            @Id String id,
            @Indexed(unique = true, sparse = true) @Nullable String madeBy) {}

    static final class Unanswered extends RuntimeException implements OutcomeUnknown {}

    @Test
    void repeatedRequestReceivesWhatTheFirstHasMade() {
        var first = make(request);

        assertThat(make(request)).isEqualTo(first);
    }

    @Test
    void requestsWithoutAKeyAreAllNew() {
        var first = requests.make(Thing.class, Optional.empty(), this::thing);
        var second = requests.make(Thing.class, Optional.empty(), this::thing);

        assertThat(second.id()).isNotEqualTo(first.id());
        assertThat(first.madeBy()).isNull();
    }

    @Test
    void keyOfAnotherRequestIsRefused() {
        make(request);

        assertThatThrownBy(() -> make(otherBody)).isInstanceOf(IdempotencyKeyReused.class);
    }

    @Test
    void sameKeyOfOtherUsersOrRoutesIsAnother() {
        var first = make(request);

        var ofBob = make(key.of("bob", "body"));
        var elsewhere = make(new IdempotencyKey(key.value(), "POST /other").of("ann", "body"));

        assertThat(ofBob.id()).isNotEqualTo(first.id());
        assertThat(elsewhere.id()).isNotEqualTo(first.id()).isNotEqualTo(ofBob.id());
    }

    @Test
    void refusedRequestIsJudgedAnew() {
        refuse(request);

        assertThat(make(request).madeBy()).isNotNull();
    }

    @Test
    void refusedRequestLeavesNothingBehind() {
        refuse(request);

        assertThat(mongo.findById(request.id(), ClaimedKey.class)).isNull();
        assertThat(make(otherBody).madeBy()).isNotNull();
    }

    @Test
    void refusalOfTheLaterOfTwoAtOnceIsNone() {
        var first = new Thing[1];

        var second = make(request, token -> {
            first[0] = make(request);
            throw new IllegalStateException("someone was quicker");
        });

        assertThat(second).isEqualTo(first[0]);
    }

    @Test
    void refusedRequestKeepsItsKeyForARepetitionThatSucceedsLater() {
        var isRepeated = new CompletableFuture<Void>();
        var isRefused = new CompletableFuture<Void>();
        var later = new CompletableFuture<Thing>();

        assertThatThrownBy(() -> make(request, token -> {
                    Thread.ofVirtual()
                            .start(() -> later.complete(make(request, same -> {
                                isRepeated.complete(null);
                                isRefused.join();
                                return thing(same);
                            })));
                    isRepeated.join();
                    throw new IllegalStateException("not now");
                }))
                .hasMessage("not now");
        isRefused.complete(null);

        assertThat(later.join()).isEqualTo(make(request));
    }

    @Test
    void requestWhoseOutcomeIsUnknownKeepsItsKey() {
        assertThatThrownBy(() -> make(request, token -> {
                    throw new Unanswered();
                }))
                .isInstanceOf(Unanswered.class);

        assertThatThrownBy(() -> make(otherBody)).isInstanceOf(IdempotencyKeyReused.class);
        assertThat(make(request).madeBy()).isNotNull();
    }

    @Test
    void requestThatTheDatabaseDoesNotAnswerKeepsItsKey() {
        assertThatThrownBy(() -> make(request, token -> {
                    throw new DataAccessResourceFailureException("no answer");
                }))
                .isInstanceOf(DataAccessResourceFailureException.class);

        assertThatThrownBy(() -> make(otherBody)).isInstanceOf(IdempotencyKeyReused.class);
    }

    @Test
    void claimWithoutADocumentIsTakenOverByTheSameRequest() {
        var crashed = ClaimedKey.by(request, clock.instant());
        mongo.insert(crashed);

        assertThatThrownBy(() -> make(otherBody)).isInstanceOf(IdempotencyKeyReused.class);
        assertThat(make(request).madeBy()).isEqualTo(crashed.token());
    }

    @Test
    void anotherRequestAtTheSameTimeIsRefused() {
        make(request, token -> {
            assertThatThrownBy(() -> make(otherBody)).isInstanceOf(IdempotencyKeyReused.class);
            return thing(token);
        });
    }

    @Test
    void ofManyAtOnceOneMakesTheDocument() {
        var together = new CyclicBarrier(50);

        try (var clients = Executors.newVirtualThreadPerTaskExecutor()) {
            var made = IntStream.range(0, 50)
                    .mapToObj(each -> CompletableFuture.supplyAsync(
                            () -> make(request, token -> {
                                meet(together);
                                return thing(token);
                            }),
                            clients))
                    .toList();

            assertThat(made.stream().map(CompletableFuture::join).distinct()).hasSize(1);
        }
    }

    @Test
    void keyIsForgottenAfterADay() {
        var first = make(request);

        clock.advance(Duration.ofHours(24).minusMinutes(1));
        assertThat(make(request)).isEqualTo(first);

        clock.advance(Duration.ofMinutes(1));
        var second = make(otherBody);
        assertThat(second.id()).isNotEqualTo(first.id());
        assertThat(make(otherBody)).isEqualTo(second);
    }

    private Thing make(RequestKey request) {
        return make(request, this::thing);
    }

    private Thing make(RequestKey request, Function<Optional<String>, Thing> make) {
        return requests.make(Thing.class, Optional.of(request), make);
    }

    private void refuse(RequestKey request) {
        assertThatThrownBy(() -> make(request, token -> {
                    throw new IllegalStateException("not now");
                }))
                .hasMessage("not now");
    }

    private Thing thing(Optional<String> token) {
        return mongo.insert(new Thing(new ObjectId().toHexString(), token.orElse(null)));
    }

    private static void meet(CyclicBarrier barrier) {
        try {
            barrier.await();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }
}
