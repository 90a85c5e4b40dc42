package dev.ticketing.simulator.world;

import java.util.function.Supplier;

/** A request in progress. */
final class Answering {

    private final World world;
    private final Task caller;
    private Reply reply = Reply.NONE;
    private boolean over;

    Answering(World world, Task caller) {
        this.world = world;
        this.caller = caller;
    }

    void by(Supplier<Reply> work) {
        try {
            var made = work.get();
            world.step("answer", () -> "answers " + made.summary());
            reply = made;
        } finally {
            over = true;
            world.scheduler.wake(caller);
        }
    }

    Reply await() {
        while (!over) {
            world.scheduler.await(caller);
        }
        return reply;
    }
}
