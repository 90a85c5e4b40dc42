package dev.ticketing.payments.stripe;

import com.stripe.StripeClient;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.BeanFactoryInitializer;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The client of Stripe's API. It does not retry calls: each caller knows whether a repetition is safe. */
@Configuration(proxyBeanMethods = false)
class StripeConfiguration {

    private static final Logger log = LoggerFactory.getLogger(StripeConfiguration.class);

    /** Reports wrong settings at once, before the database is awaited. */
    @Bean
    static BeanFactoryInitializer<ListableBeanFactory> stripeSettingsFirst() {
        return beans -> beans.getBean(StripeSettings.class);
    }

    @Bean
    StripeClient stripeClient(StripeSettings settings) {
        if (settings.mode() == StripeMode.SANDBOX) {
            log.warn("payments go to the sandbox at {} : no real money", settings.apiBase());
        }
        return StripeClient.builder()
                .setApiKey(settings.key())
                .setApiBase(settings.apiBase().toString().replaceAll("/+$", ""))
                .setConnectTimeout((int) settings.connectTimeout().toMillis())
                .setReadTimeout((int) settings.readTimeout().toMillis())
                .setMaxNetworkRetries(0)
                .setHttpClient(new BoundedHttpClient())
                .build();
    }
}
