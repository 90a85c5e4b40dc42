package dev.ticketing.web;

import dev.ticketing.web.problem.ProblemAdvice;
import io.micrometer.tracing.Tracer;

/** The wiring of services with a database and endpoints. */
public final class WebWiring {

    private WebWiring() {}

    public static Class<?> withDocuments() {
        return WebAutoConfiguration.WithDocuments.class;
    }

    /** The common advice that maps failures. */
    public static Object problemAdvice() {
        return new ProblemAdvice(Tracer.NOOP);
    }
}
