package dev.ticketing.stripesandbox.fault;

import dev.ticketing.stripesandbox.SandboxReset;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** The pending faults; the oldest match is used up first. Not durable. */
@Component
public class Faults {

    private final List<Fault> waiting = new ArrayList<>();

    synchronized void add(Fault fault) {
        waiting.add(fault.withTimes(fault.times() == null ? 1 : fault.times()));
    }

    synchronized List<Fault> all() {
        return List.copyOf(waiting);
    }

    @EventListener(SandboxReset.class)
    synchronized void clear() {
        waiting.clear();
    }

    synchronized Fault take(HttpServletRequest request) {
        for (var i = 0; i < waiting.size(); i++) {
            var fault = waiting.get(i);
            if (fault.matches(request)) {
                use(i, fault);
                return fault;
            }
        }
        return Fault.NONE;
    }

    private void use(int index, Fault fault) {
        if (fault.times() <= 1) {
            waiting.remove(index);
        } else {
            waiting.set(index, fault.withTimes(fault.times() - 1));
        }
    }
}
