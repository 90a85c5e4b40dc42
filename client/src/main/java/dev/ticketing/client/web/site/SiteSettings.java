package dev.ticketing.client.web.site;

import dev.ticketing.client.web.i18n.Languages;
import org.eclipse.jetty.server.handler.EagerContentHandler;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.jetty.servlet.JettyServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.UrlHandlerFilter;
import org.springframework.web.servlet.LocaleResolver;
import org.thymeleaf.spring6.view.ThymeleafViewResolver;

/** How pages are sent. */
@Configuration(proxyBeanMethods = false)
class SiteSettings {

    /** More than the front door lets through. */
    private static final int LARGEST_READ = 256 * 1024;

    @Bean
    LocaleResolver localeResolver() {
        return new Languages();
    }

    /**
     * A redirect after a form is a 303: continue with GET. A page is HTML, whatever its address ends with: the resolver
     * would send the page that {@code /humans.txt} does not exist as plain text.
     */
    @Bean
    SmartInitializingSingleton redirectsAreSeeOtherAndPagesHtml(ThymeleafViewResolver views) {
        return () -> {
            views.setRedirectHttp10Compatible(false);
            views.setForceContentType(true);
        };
    }

    /**
     * {@code /orders/} is {@code /orders}; after the filters that refuse requests, so that no address leads to another
     * site.
     */
    @Bean
    FilterRegistrationBean<UrlHandlerFilter> withoutTrailingSlash() {
        var filter = new FilterRegistrationBean<>(UrlHandlerFilter.trailingSlashHandler("/**")
                .redirect(HttpStatus.PERMANENT_REDIRECT)
                .build());
        filter.setOrder(Ordered.HIGHEST_PRECEDENCE + 350);
        return filter;
    }

    /** Handles the refusals of Jetty itself, before and beside the pages. */
    @Bean
    WebServerFactoryCustomizer<JettyServletWebServerFactory> refusesAsPagesDo() {
        return JettyRefusals::install;
    }

    /**
     * Reads a body before the page handles the request, even if the page then refuses it. Otherwise Jetty closes the
     * connection while NGINX is still sending, and NGINX answers 502 instead of passing the refusal on.
     */
    @Bean
    WebServerFactoryCustomizer<JettyServletWebServerFactory> readsBodiesFirst() {
        return jetty -> jetty.addServerCustomizers(server -> server.insertHandler(
                new EagerContentHandler(new EagerContentHandler.RetainedContentLoaderFactory(LARGEST_READ, 0, false))));
    }
}
