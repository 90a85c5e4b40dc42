package dev.ticketing.simulator.world;

import dev.ticketing.simulator.Fault;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;

/** Stripe: PaymentIntents with manual capture, idempotency keys, responses of every unpleasant kind, and webhooks. */
public final class Stripe {

    private static final long CLIENT_GIVES_UP = 10_000_000;
    private static final double UNPLEASANT = 0.03;
    private static final double LOST = 0.1;
    private static final double REPEATED = 0.2;
    private static final long REDELIVERY_MILLIS = 5_000;

    /** @param status of HTTP; 0 without a response */
    public record Answer(int status, String code, String message, PaymentIntent intent) {}

    private record Saved(String fingerprint, Answer answer) {}

    /** Its state at a moment. */
    public record PaymentIntent(
            String id,
            String orderId,
            String paymentId,
            String card,
            String status,
            long amount,
            String currency,
            long received,
            long refunded,
            int refunds,
            long createdAt) {

        PaymentIntent become(String next) {
            return new PaymentIntent(
                    id, orderId, paymentId, card, next, amount, currency, received, refunded, refunds, createdAt);
        }

        PaymentIntent with(String otherCard) {
            return new PaymentIntent(
                    id, orderId, paymentId, otherCard, status, amount, currency, received, refunded, refunds,
                    createdAt);
        }

        PaymentIntent captured() {
            return new PaymentIntent(
                    id, orderId, paymentId, card, "succeeded", amount, currency, amount, refunded, refunds, createdAt);
        }

        PaymentIntent refund() {
            return new PaymentIntent(
                    id, orderId, paymentId, card, status, amount, currency, received, amount, refunds + 1, createdAt);
        }

        boolean is(String... options) {
            return List.of(options).contains(status);
        }
    }

    private final World world;
    final Map<String, PaymentIntent> intents = new LinkedHashMap<>();
    private final Map<String, Saved> answers = new HashMap<>();
    private long numbers;
    long webhooksUnderWay;
    /** The receiver of webhooks: id, type and intent; true once it has them. */
    Webhooks webhooks;

    interface Webhooks {
        boolean deliver(String id, String type, String intentId);
    }

    Stripe(World world) {
        this.world = world;
    }

    public static Stripe current() {
        return Task.current().world.stripe;
    }

    public List<PaymentIntent> intents() {
        return List.copyOf(intents.values());
    }

    /** @param key {@code null} if it has none */
    public Answer call(String method, String path, Map<String, Object> params, String key) {
        var what = method + " " + path + " key=" + key;
        world.step("stripe", () -> "asks Stripe: " + what);
        world.pause(world.chance.millis(20, 200));
        var answer = world.happens(Fault.STRIPE, UNPLEASANT)
                ? unpleasant(method, path, params, key)
                : execute(method, path, params, key);
        world.pause(world.chance.in(UNPLEASANT) ? world.chance.millis(200, 9_000) : world.chance.millis(1, 50));
        world.tell(
                "stripe",
                () -> "answers " + what + ": "
                        + (answer.status == 0
                                ? "nothing"
                                : answer.status + " " + Objects.requireNonNullElse(answer.code, "")
                                        + (answer.intent == null ? "" : answer.intent.status)));
        return answer;
    }

    private Answer unpleasant(String method, String path, Map<String, Object> params, String key) {
        switch (world.chance.below(7)) {
            case 0 -> {}
            case 1 -> execute(method, path, params, key);
            case 2 ->
                world.scheduler.at(
                        world.scheduler.now() + world.chance.millis(0, 40_000),
                        () -> execute(method, path, params, key));
            case 3 -> {
                return spent(key, fingerprint(path, params));
            }
            case 4 -> {
                execute(method, path, params, key);
                return spent(key, fingerprint(path, params));
            }
            case 5 -> {
                return new Answer(429, "rate_limit", "too many requests", null);
            }
            default -> {
                execute(method, path, params, key);
                return execute(method, path, params, key);
            }
        }
        world.pause(CLIENT_GIVES_UP);
        return new Answer(0, null, "no answer", null);
    }

    /** An internal error, which is stored as the response for the key. */
    private Answer spent(String key, String fingerprint) {
        var failure = new Answer(500, "internal", "something is wrong at Stripe", null);
        if (key != null) {
            answers.put(key, new Saved(fingerprint, failure));
        }
        return failure;
    }

    private Answer execute(String method, String path, Map<String, Object> params, String key) {
        if (method.equals("GET") || key == null) {
            return perform(path, method, params);
        }
        var fingerprint = fingerprint(path, params);
        var saved = answers.get(key);
        if (saved != null) {
            return saved.fingerprint.equals(fingerprint)
                    ? saved.answer
                    : new Answer(400, "idempotency_error", "another request with this key", null);
        }
        var answer = perform(path, method, params);
        answers.put(key, new Saved(fingerprint, answer));
        return answer;
    }

    private static String fingerprint(String path, Map<String, Object> params) {
        return path + (params == null ? "" : new java.util.TreeMap<>(params).toString());
    }

    private Answer perform(String path, String method, Map<String, Object> params) {
        var parts = path.split("/");
        if (path.endsWith("/refunds")) {
            return on(String.valueOf(params.get("payment_intent")), this::refund);
        }
        if (parts.length == 3) {
            return method.equals("GET") ? new Answer(200, null, null, null) : create(params);
        }
        var id = parts[3];
        return switch (parts.length == 4 ? "retrieve" : parts[4]) {
            case "retrieve" -> on(id, intent -> ok(intent));
            case "confirm" ->
                on(
                        id,
                        intent -> intent.is("requires_payment_method", "requires_action")
                                ? pay(intent.with(card(params)))
                                : unexpected(intent));
            case "capture" -> on(id, this::capture);
            case "cancel" ->
                on(
                        id,
                        intent -> intent.is("succeeded", "canceled")
                                ? unexpected(intent)
                                : ok(changed(intent.become("canceled"), "canceled")));
            default -> throw new AssertionError(path);
        };
    }

    private Answer on(String id, java.util.function.Function<PaymentIntent, Answer> work) {
        var intent = intents.get(id);
        return intent == null
                ? new Answer(404, "resource_missing", "no such payment_intent " + id, null)
                : work.apply(intent);
    }

    private static Answer ok(PaymentIntent intent) {
        return new Answer(200, null, null, intent);
    }

    private static Answer unexpected(PaymentIntent intent) {
        return new Answer(400, "payment_intent_unexpected_state", "it is " + intent.status, null);
    }

    private Answer create(Map<String, Object> params) {
        var metadata = (Map<?, ?>) params.get("metadata");
        var intent = new PaymentIntent(
                "pi_" + ++numbers,
                (String) metadata.get("orderId"),
                (String) metadata.get("paymentId"),
                card(params),
                "requires_payment_method",
                ((Number) params.get("amount")).longValue(),
                (String) params.get("currency"),
                0,
                0,
                0,
                world.instant().getEpochSecond());
        if (!"manual".equals(params.get("capture_method"))) {
            return ok(changed(intent.captured(), "succeeded"));
        }
        return pay(intent);
    }

    private static String card(Map<String, Object> params) {
        return String.valueOf(params.get("payment_method"));
    }

    private Answer pay(PaymentIntent intent) {
        if (intent.card.startsWith("pm_declined")) {
            var declined = changed(intent.become("requires_payment_method"), "payment_failed");
            return new Answer(402, "card_declined", "Your card was declined.", declined);
        }
        return intent.card.startsWith("pm_3ds")
                ? ok(changed(intent.become("requires_action"), "requires_action"))
                : ok(changed(intent.become("requires_capture"), "amount_capturable_updated"));
    }

    private Answer capture(PaymentIntent intent) {
        if (!intent.is("requires_capture")) {
            return unexpected(intent);
        }
        if (intent.card.startsWith("pm_uncapturable")) {
            return new Answer(400, "charge_expired_for_capture", "The authorization has expired.", null);
        }
        return ok(changed(intent.captured(), "succeeded"));
    }

    private Answer refund(PaymentIntent intent) {
        if (intent.received == 0) {
            return new Answer(400, "charge_not_captured", "nothing to refund", null);
        }
        if (intent.refunded > 0) {
            return new Answer(400, "charge_already_refunded", "refunded already", null);
        }
        return ok(changed(intent.refund(), "refunded"));
    }

    /** The buyer has authenticated, or has failed to. */
    void authenticated(String id, boolean success) {
        var intent = intents.get(id);
        if (intent != null && intent.is("requires_action")) {
            changed(
                    intent.become(success ? "requires_capture" : "requires_payment_method"),
                    success ? "amount_capturable_updated" : "payment_failed");
        }
    }

    private PaymentIntent changed(PaymentIntent intent, String type) {
        intents.put(intent.id, intent);
        world.tell(
                "stripe",
                () -> intent.id + " of order " + intent.orderId + " is " + intent.status
                        + (intent.refunds > 0 ? ", refunded" : ""));
        world.witness.moved(intent);
        world.count("stripe:" + type);
        if (!world.happens(Fault.LOST_WEBHOOK, LOST)) {
            var id = "evt_" + ++numbers;
            deliver(id, type, intent.id, 0);
            if (world.happens(Fault.DUPLICATE, REPEATED)) {
                deliver(id, type, intent.id, world.chance.millis(0, 10_000));
            }
        }
        return intent;
    }

    private void deliver(String id, String type, String intentId, long after) {
        webhooksUnderWay++;
        var at = world.scheduler.now() + after + world.chance.millis(1, world.chance.in(0.1) ? 8_000 : 100);
        world.scheduler.at(at, () -> {
            webhooksUnderWay--;
            world.tell("stripe", () -> "sends webhook " + id + " " + type + " of " + intentId);
            deliver(id, type, intentId);
        });
    }

    private void deliver(String id, String type, String intentId) {
        webhooksUnderWay++;
        Consumer<Boolean> answer = taken -> {
            webhooksUnderWay--;
            if (!taken) {
                deliver(id, type, intentId, REDELIVERY_MILLIS * 1_000);
            }
        };
        world.network(() -> answer.accept(webhooks.deliver(id, type, intentId)));
    }
}
