package dev.ticketing.stripesandbox.api;

import dev.ticketing.stripesandbox.store.Json;
import dev.ticketing.stripesandbox.store.Store;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;

/** Stripe's lists: newest first, {@code limit}, {@code starting_after}, {@code ending_before}, {@code created[gte]}. */
@Component
public final class Listing {

    private final Store store;
    private final Views views;

    Listing(Store store, Views views) {
        this.store = store;
        this.views = views;
    }

    public <T extends Listed> ObjectNode of(Class<T> type, String url, Params params, Predicate<T> filter) {
        var limit = limit(params);
        var matching = store.newestFirst(type).filter(filter).filter(created(params));
        List<T> found = page(matching, params, limit);
        var hasMore = found.size() > limit;
        var shown = params.text("ending_before").isPresent() && hasMore
                ? found.subList(1, found.size())
                : found.subList(0, Math.min(limit, found.size()));
        return list(url, shown, hasMore, params);
    }

    /** One more than {@code limit} if there are more: the one farthest from the cursor. */
    private <T extends Listed> List<T> page(Stream<T> matching, Params params, int limit) {
        var before = params.text("ending_before");
        if (before.isPresent()) {
            var newer =
                    matching.takeWhile(each -> !each.id().equals(before.get())).toList();
            return newer.subList(Math.max(0, newer.size() - limit - 1), newer.size());
        }
        var after = params.text("starting_after");
        var rest = after.isEmpty()
                ? matching
                : matching.dropWhile(each -> !each.id().equals(after.get())).skip(1);
        return rest.limit(limit + 1L).toList();
    }

    private ObjectNode list(String url, List<? extends Listed> shown, boolean hasMore, Params params) {
        var list = Json.MAPPER.createObjectNode();
        list.put("object", "list").put("url", url).put("has_more", hasMore);
        var data = list.putArray("data");
        shown.forEach(each -> data.add(Json.view(each)));
        return views.of(list, params);
    }

    private static int limit(Params params) {
        var limit = params.integer("limit").orElse(10L);
        if (limit < 1 || limit > 100) {
            throw StripeError.invalid(
                    "Invalid limit: %d (expected: 1 to 100)".formatted(limit), "limit", "parameter_invalid_integer");
        }
        return limit.intValue();
    }

    private static Predicate<Listed> created(Params params) {
        var range = params.child("created");
        var exact = params.integer("created");
        var gte = range.integer("gte").orElse(Long.MIN_VALUE);
        var gt = range.integer("gt").orElse(Long.MIN_VALUE);
        var lte = range.integer("lte").orElse(Long.MAX_VALUE);
        var lt = range.integer("lt").orElse(Long.MAX_VALUE);
        return each -> exact.map(at -> at == each.created()).orElse(true)
                && each.created() >= gte
                && each.created() > gt
                && each.created() <= lte
                && each.created() < lt;
    }
}
