package dev.ticketing.simulator.world;

import org.springframework.core.task.AsyncTaskExecutor;

/** Spring's executor, with threads of the machine. */
final class InTasks implements AsyncTaskExecutor {

    @Override
    public void execute(Runnable work) {
        Intercepted.startVirtualThread(work);
    }
}
