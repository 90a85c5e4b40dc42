package dev.ticketing.documents;

import static java.lang.annotation.ElementType.METHOD;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.resilience.annotation.Retryable;

/** The method loads, decides and saves. After a concurrent update it runs again. */
@Documented
@Target(METHOD)
@Retention(RUNTIME)
@Retryable(includes = OptimisticLockingFailureException.class, maxRetries = 100, delay = 2, jitter = 2)
public @interface RetryOnConflict {}
