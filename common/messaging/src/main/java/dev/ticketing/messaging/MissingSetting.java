package dev.ticketing.messaging;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.util.PlaceholderResolutionException;

/** Without it nothing can start; said in one line instead of a stack trace. */
final class MissingSetting extends RuntimeException {

    MissingSetting(String message) {
        super(message);
    }

    static final class Analyzer extends AbstractFailureAnalyzer<MissingSetting> {

        @Override
        protected FailureAnalysis analyze(Throwable rootFailure, MissingSetting cause) {
            return new FailureAnalysis(cause.getMessage(), null, cause);
        }
    }

    /** A setting that names another one: {@code MONGODB_URI} with a {@code ${MONGODB_PASSWORD}} in it. */
    static final class PlaceholderAnalyzer extends AbstractFailureAnalyzer<PlaceholderResolutionException> {

        @Override
        protected FailureAnalysis analyze(Throwable rootFailure, PlaceholderResolutionException cause) {
            return new FailureAnalysis(
                    cause.getPlaceholder() + " is not set (expected: a value, since another setting refers to it)",
                    null,
                    cause);
        }
    }
}
