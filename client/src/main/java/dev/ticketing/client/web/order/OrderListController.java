package dev.ticketing.client.web.order;

import dev.ticketing.client.api.Order;
import dev.ticketing.client.api.OrdersApi;
import dev.ticketing.web.session.CurrentUser;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** {@code /orders}: the buyer's orders; those that are not paid yet come first. */
@Controller
class OrderListController {

    /** The filters for buyers, in the order of a purchase. */
    private static final List<String> STATUSES = List.of("created", "awaiting:payment", "complete", "cancelled");

    private final OrdersApi orders;

    OrderListController(OrdersApi orders) {
        this.orders = orders;
    }

    /** An open order with its remaining time. */
    record OpenOrder(Order order, TimeLeft timeLeft) {

        static OpenOrder of(Order order) {
            return new OpenOrder(order, TimeLeft.between(order.serverTime(), order.expiresAt()));
        }
    }

    @GetMapping("/orders")
    ModelAndView list(
            CurrentUser user,
            @RequestParam(required = false) @Nullable String status,
            @RequestParam(required = false) @Nullable String cursor) {
        var wanted = STATUSES.stream().filter(one -> one.equals(status)).toList();
        var found = orders.list(wanted, cursor);
        var open = wanted.isEmpty()
                ? cursor == null ? orders.open() : List.<Order>of()
                : found.items().stream().filter(Order::isOpen).toList();
        return new ModelAndView("order/list")
                .addObject("open", open.stream().map(OpenOrder::of).toList())
                .addObject(
                        "orders",
                        found.items().stream().filter(order -> !order.isOpen()).toList())
                .addObject("next", found.next())
                .addObject("status", wanted.isEmpty() ? null : wanted.getFirst())
                .addObject("statuses", STATUSES);
    }
}
