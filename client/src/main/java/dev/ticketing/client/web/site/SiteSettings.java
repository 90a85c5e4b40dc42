package dev.ticketing.client.web.site;

import java.util.List;
import java.util.Locale;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.i18n.AcceptHeaderLocaleResolver;
import org.thymeleaf.spring6.view.ThymeleafViewResolver;

/** How pages are answered. */
@Configuration(proxyBeanMethods = false)
class SiteSettings {

    /** The languages there are texts in; numbers and dates follow the texts. */
    @Bean
    LocaleResolver localeResolver() {
        var resolver = new AcceptHeaderLocaleResolver();
        resolver.setSupportedLocales(List.of(Locale.ENGLISH));
        resolver.setDefaultLocale(Locale.ENGLISH);
        return resolver;
    }

    /** A redirect after a form is 303: go there with GET. */
    @Bean
    SmartInitializingSingleton redirectsAreSeeOther(ThymeleafViewResolver views) {
        return () -> views.setRedirectHttp10Compatible(false);
    }
}
