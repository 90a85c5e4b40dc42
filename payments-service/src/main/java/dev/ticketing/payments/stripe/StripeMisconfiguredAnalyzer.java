package dev.ticketing.payments.stripe;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** Says it in one line instead of a stack trace. */
@Order(Ordered.HIGHEST_PRECEDENCE)
final class StripeMisconfiguredAnalyzer extends AbstractFailureAnalyzer<StripeMisconfigured> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, StripeMisconfigured cause) {
        return new FailureAnalysis(cause.getMessage(), null, cause);
    }
}
