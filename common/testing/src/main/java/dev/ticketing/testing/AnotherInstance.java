package dev.ticketing.testing;

import java.util.Arrays;
import java.util.stream.Stream;
import org.springframework.aop.support.AopUtils;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.test.web.servlet.client.RestTestClient;

/** A second instance of the service under test, on the same database and the same broker. */
public final class AnotherInstance implements AutoCloseable {

    private static final String[] SHARED = {
        "spring.mongodb.uri", "spring.mongodb.database", "ticketing.messaging.nats-url", "ticketing.sessions.jwks"
    };

    private final ConfigurableApplicationContext context;

    private AnotherInstance(ConfigurableApplicationContext context) {
        this.context = context;
    }

    /** @param settings shared with the first instance, besides its backing services */
    public static AnotherInstance of(ApplicationContext first, String... settings) {
        var application = first.getBeansWithAnnotation(SpringBootApplication.class)
                .values()
                .iterator()
                .next();
        var arguments = Stream.concat(Arrays.stream(SHARED), Arrays.stream(settings))
                .map(name -> "--" + name + "=" + first.getEnvironment().getProperty(name));
        return new AnotherInstance(new SpringApplicationBuilder(AopUtils.getTargetClass(application))
                .run(Stream.concat(arguments, Stream.of("--server.port=0")).toArray(String[]::new)));
    }

    public RestTestClient http() {
        var port = context.getEnvironment().getProperty("local.server.port");
        return RestTestClient.bindToServer().baseUrl("http://localhost:" + port).build();
    }

    @Override
    public void close() {
        context.close();
    }
}
