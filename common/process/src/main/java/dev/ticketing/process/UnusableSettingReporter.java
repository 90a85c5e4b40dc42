package dev.ticketing.process;

import org.slf4j.LoggerFactory;
import org.springframework.boot.SpringBootExceptionReporter;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** Reports an {@link UnusableSetting} in one line, before other reporters print pages. */
@Order(Ordered.HIGHEST_PRECEDENCE)
final class UnusableSettingReporter implements SpringBootExceptionReporter {

    UnusableSettingReporter(@SuppressWarnings("unused") ConfigurableApplicationContext context) {}

    @Override
    public boolean reportException(Throwable failure) {
        for (var cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof UnusableSetting) {
                LoggerFactory.getLogger(UnusableSetting.class).error(cause.getMessage());
                return true;
            }
        }
        return false;
    }
}
