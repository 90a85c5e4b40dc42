package dev.ticketing.check.invariant;

import dev.ticketing.check.evidence.Order;
import dev.ticketing.check.evidence.Ticket;
import org.junit.jupiter.api.Test;

class FaithfulReplicasTest {

    private final Plant plant = new Plant(Invariant.REPLICAS);

    @Test
    void staleCopyOfATicketIsSeen() {
        plant.isSeen(
                scene -> scene.ticketReplicas.replaceAll(
                        copy -> copy.id().equals("t2") ? Changed.in(copy, "version", 0L) : copy),
                "t2");
    }

    @Test
    void otherPriceIsSeen() {
        plant.isSeen(
                scene -> scene.ticketReplicas.replaceAll(
                        copy -> copy.id().equals("t3") ? Changed.in(copy, "priceMinor", 1L) : copy),
                "t3");
    }

    @Test
    void missingCopyIsSeen() {
        plant.isSeen(scene -> scene.ticketReplicas.removeIf(copy -> copy.id().equals("t1")), "t1");
    }

    @Test
    void copyWithoutAnOriginalIsSeen() {
        plant.isSeen(scene -> scene.orderReplicas.add(Changed.in(scene.orderReplicas.getFirst(), "id", "o9")), "o9");
    }

    @Test
    void otherStatusOfAnOrderIsSeen() {
        plant.isSeen(
                scene -> scene.orderReplicas.replaceAll(
                        copy -> copy.id().equals("o2") ? Changed.in(copy, "status", Order.Status.CANCELLED) : copy),
                "o2");
    }

    @Test
    void ticketThatPointsToAnEndedOrderIsSeen() {
        plant.isSeen(scene -> scene.ticket("t2", "orderId", "o1"), "t2");
    }

    @Test
    void ticketThatPointsToNoOrderIsSeen() {
        plant.isSeen(scene -> scene.ticket("t2", "orderId", null), "t2");
    }

    @Test
    void availableTicketWithAnOrderIsSeen() {
        plant.isSeen(
                scene -> {
                    scene.ticket("t2", "status", Ticket.Status.AVAILABLE);
                    scene.ticketReplicas.replaceAll(copy ->
                            copy.id().equals("t2") ? Changed.in(copy, "status", Ticket.Status.AVAILABLE) : copy);
                },
                "t2");
    }

    @Test
    void reservedTicketWithoutAnOrderIsSeen() {
        plant.isSeen(
                scene -> {
                    scene.ticket("t3", "status", Ticket.Status.RESERVED);
                    scene.ticketReplicas.replaceAll(
                            copy -> copy.id().equals("t3") ? Changed.in(copy, "status", Ticket.Status.RESERVED) : copy);
                },
                "t3");
    }

    @Test
    void orderOfAnUnknownTicketIsSeen() {
        plant.areSeen(scene -> scene.order("o3", "ticketId", "t9"), "o3", "t2", "t2");
    }
}
