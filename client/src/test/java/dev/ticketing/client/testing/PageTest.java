package dev.ticketing.client.testing;

import static java.lang.annotation.ElementType.TYPE;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import dev.ticketing.testing.ServiceTest;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;

/** Boots the pages before {@link StubServices}; {@link Site} is injected. */
@Target(TYPE)
@Retention(RUNTIME)
@ServiceTest
@TestPropertySource(properties = {"spring.test.tracing.export=true", "ticketing.pages.keep=0s"})
@Import(Stubbed.class)
public @interface PageTest {}
