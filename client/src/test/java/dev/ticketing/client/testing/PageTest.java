package dev.ticketing.client.testing;

import static java.lang.annotation.ElementType.TYPE;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import dev.ticketing.testing.ServiceTest;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;
import org.springframework.context.annotation.Import;

/** Boots the pages before {@link StubServices}; {@link Site} is injected. */
@Target(TYPE)
@Retention(RUNTIME)
@ServiceTest
@Import(Stubbed.class)
public @interface PageTest {}
