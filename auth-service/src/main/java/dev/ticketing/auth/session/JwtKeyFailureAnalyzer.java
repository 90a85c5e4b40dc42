package dev.ticketing.auth.session;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Lets a start without a usable key end with its one line instead of a stack trace. */
class JwtKeyFailureAnalyzer extends AbstractFailureAnalyzer<UnusableJwtKey> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, UnusableJwtKey cause) {
        return new FailureAnalysis(cause.getMessage(), null, cause);
    }
}
