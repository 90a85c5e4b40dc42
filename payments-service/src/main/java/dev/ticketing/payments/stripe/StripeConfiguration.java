package dev.ticketing.payments.stripe;

import com.stripe.StripeClient;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.BeanFactoryInitializer;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The client of Stripe's API. It does not repeat calls by itself: whoever makes one knows what a repetition means. */
@Configuration(proxyBeanMethods = false)
class StripeConfiguration {

    private static final Logger log = LoggerFactory.getLogger(StripeConfiguration.class);

    /** What is wrong with the settings is said at once, not after the database did not answer. */
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
