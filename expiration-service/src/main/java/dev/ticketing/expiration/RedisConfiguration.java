package dev.ticketing.expiration;

import org.redisson.Redisson;
import org.redisson.api.RedissonClient;
import org.redisson.client.RedisException;
import org.redisson.config.Config;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** A small client that starts without Redis, gives up soon and reconnects by itself. */
@Configuration(proxyBeanMethods = false)
class RedisConfiguration {

    private static final int TIMEOUT_MILLIS = 1000;
    private static final int CONNECTIONS = 16;

    @Bean(destroyMethod = "shutdown")
    RedissonClient redisson(@Value("${ticketing.redis-url}") String url) {
        return connect(url);
    }

    static RedissonClient connect(String url) {
        var config = new Config();
        config.setLazyInitialization(true).setThreads(2).setNettyThreads(2);
        config.useSingleServer()
                .setAddress(url)
                .setConnectTimeout(TIMEOUT_MILLIS)
                .setTimeout(TIMEOUT_MILLIS)
                .setRetryAttempts(1)
                .setConnectionPoolSize(CONNECTIONS)
                .setConnectionMinimumIdleSize(1)
                .setSubscriptionConnectionPoolSize(1)
                .setSubscriptionConnectionMinimumIdleSize(0);
        return Redisson.create(config);
    }

    /** Up when Redis responds; {@link DueTimers} logs once that it does not. */
    @Bean
    HealthIndicator redisHealthIndicator(Timers timers) {
        return () -> {
            try {
                timers.server();
                return Health.up().build();
            } catch (RedisException e) {
                return Health.down().build();
            }
        };
    }
}
