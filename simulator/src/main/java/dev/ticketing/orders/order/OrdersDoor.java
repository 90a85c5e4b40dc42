package dev.ticketing.orders.order;

import dev.ticketing.orders.order.OrderController.PlaceOrder;
import dev.ticketing.simulator.world.Reply;
import dev.ticketing.web.CurrentUser;
import dev.ticketing.web.IdempotencyKey;
import java.util.Optional;
import org.springframework.beans.factory.BeanFactory;

/** The endpoints of orders, without HTTP. */
public final class OrdersDoor {

    private OrdersDoor() {}

    public static Reply place(BeanFactory beans, String userId, Optional<IdempotencyKey> key, String ticketId) {
        var controller = beans.getBean(OrderController.class);
        return Reply.of(
                201,
                () -> {
                    var view = controller
                            .place(new CurrentUser(userId, userId), key, new PlaceOrder(ticketId))
                            .getBody();
                    return new Reply.Made(
                            view.id(), view.status() + " " + view.version() + " " + view.expiresAt(), view.expiresAt());
                },
                OrdersDoor::status);
    }

    public static Reply cancel(BeanFactory beans, String userId, String orderId) {
        var controller = beans.getBean(OrderController.class);
        return Reply.of(
                204,
                () -> {
                    controller.cancel(new CurrentUser(userId, userId), orderId);
                    return Reply.Made.NOTHING;
                },
                OrdersDoor::status);
    }

    /** As the controller and the advice of all services map them; 0 for what a client cannot be sure of. */
    private static int status(RuntimeException e) {
        return switch (e) {
            case TicketNotFound _, OrderNotFound _ -> 404;
            case OwnTicket _ -> 403;
            case TicketNotForSale _, OrderNotCancellable _ -> 409;
            case TooManyHolds _ -> 429;
            default -> Reply.status(e);
        };
    }
}
