package dev.ticketing.client.web.site;

import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.LocaleResolver;
import org.thymeleaf.spring6.view.ThymeleafViewResolver;

/** How pages are answered. */
@Configuration(proxyBeanMethods = false)
class SiteSettings {

    @Bean
    LocaleResolver localeResolver() {
        return new Languages();
    }

    /** A redirect after a form is 303: go there with GET. */
    @Bean
    SmartInitializingSingleton redirectsAreSeeOther(ThymeleafViewResolver views) {
        return () -> views.setRedirectHttp10Compatible(false);
    }
}
