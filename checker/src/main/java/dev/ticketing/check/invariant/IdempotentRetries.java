package dev.ticketing.check.invariant;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import dev.ticketing.check.evidence.Answered;
import dev.ticketing.check.evidence.Evidence;
import dev.ticketing.check.evidence.KeyedEffect;
import dev.ticketing.check.invariant.Invariant.Findings;
import dev.ticketing.check.invariant.Invariant.Rule;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Invariant 7: from the keys in documents, and from the responses to clients; refusals before any processing do not
 * count.
 */
final class IdempotentRetries implements Rule {

    /** Not signed in, in progress, the key of another body, too many. */
    private static final Set<Integer> NOT_LOOKED_AT = Set.of(401, 409, 422, 429);

    private record Key(@Nullable String userId, String method, String path, String key) {}

    @Override
    public void check(Evidence evidence, Findings findings) {
        evidence.answers().stream()
                .filter(answer -> answer.idempotencyKey() != null)
                .filter(answer -> !answer.isUncertain() && !NOT_LOOKED_AT.contains(answer.status()))
                .collect(groupingBy(answer -> new Key(
                        answer.userId(),
                        answer.method(),
                        answer.path(),
                        Objects.requireNonNull(answer.idempotencyKey()))))
                .forEach((key, answers) -> requireOne(key, answers, findings));
        requireOneDocument(evidence, findings);
    }

    @Override
    public Optional<String> unjudged(Evidence evidence) {
        if (evidence.keyedEffects().isEmpty()) {
            return Optional.of("no request had a key");
        }
        return evidence.answers().stream().allMatch(answer -> answer.idempotencyKey() == null)
                ? Optional.of(
                        "one effect of each of %d keys that are stored; what was answered is not known (--answers FILE)"
                                .formatted(evidence.keyedEffects().size()))
                : Optional.empty();
    }

    /** The document created for a key contains the key. */
    private static void requireOneDocument(Evidence evidence, Findings findings) {
        evidence.missingIndexes().stream()
                .filter(index -> index.endsWith(".madeBy"))
                .forEach(index -> findings.add(index, "is not unique: nothing keeps a second effect away"));
        evidence.keyedEffects().stream()
                .collect(groupingBy(
                        effect -> effect.collection() + " " + effect.token(), mapping(KeyedEffect::id, toList())))
                .forEach((key, ids) -> {
                    if (ids.size() > 1) {
                        findings.add(
                                ids.stream().sorted().toList(),
                                "%d effects of request %s (expected: one)",
                                ids.size(),
                                key);
                    }
                });
    }

    private static void requireOne(Key key, List<Answered> answers, Findings findings) {
        var ids = distinct(
                answers.stream().map(Answered::id).filter(Objects::nonNull).toList());
        if (ids.size() > 1) {
            findings.add(ids, "%d effects of key %s at %s (expected: one)", ids.size(), key.key, key.path);
            return;
        }
        if (distinct(answers.stream().map(Answered::request).toList()).size() > 1) {
            findings.add(key.key, "different requests to %s with one key (expected: 422)", key.path);
            return;
        }
        var given = distinct(answers.stream()
                .map(answer -> answer.status() + " " + answer.answer())
                .toList());
        if (given.size() > 1) {
            findings.add(key.key, "different answers of %s to one request: %s (expected: the first)", key.path, given);
        }
    }

    private static List<String> distinct(List<String> texts) {
        return texts.stream().distinct().toList();
    }
}
