package dev.ticketing.client.web.order;

import dev.ticketing.client.api.Order;
import dev.ticketing.client.api.OrdersApi;
import dev.ticketing.web.session.CurrentUser;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** {@code /tickets/mine}: the tickets that the visitor has bought. */
@Controller
class BoughtController {

    /** Tickets without a date come last. */
    private static final Comparator<Order> SOONEST_FIRST =
            Comparator.comparing(order -> order.startsAt().orElse(Instant.MAX));

    private final OrdersApi orders;

    BoughtController(OrdersApi orders) {
        this.orders = orders;
    }

    @GetMapping("/tickets/mine")
    ModelAndView list(CurrentUser user, @RequestParam(required = false) String cursor) {
        var found = orders.list(List.of("complete"), cursor);
        return new ModelAndView("order/bought")
                .addObject(
                        "upcoming",
                        found.items().stream()
                                .filter(order -> !order.isPast())
                                .sorted(SOONEST_FIRST)
                                .toList())
                .addObject("past", found.items().stream().filter(Order::isPast).toList())
                .addObject("next", found.next());
    }
}
