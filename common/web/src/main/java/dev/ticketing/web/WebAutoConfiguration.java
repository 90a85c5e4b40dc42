package dev.ticketing.web;

import dev.ticketing.web.filter.BodyLimitFilter;
import dev.ticketing.web.filter.CrossSiteRequestFilter;
import dev.ticketing.web.filter.FrontDoorHeadersFilter;
import dev.ticketing.web.filter.HeadFilter;
import dev.ticketing.web.filter.PreStopPause;
import dev.ticketing.web.filter.SafeAnswersFilter;
import dev.ticketing.web.filter.Uploads;
import dev.ticketing.web.idempotency.IdempotencyKeyArgumentResolver;
import dev.ticketing.web.idempotency.IdempotentRequests;
import dev.ticketing.web.input.Currencies;
import dev.ticketing.web.input.PagingArgumentResolver;
import dev.ticketing.web.input.StrictBinding;
import dev.ticketing.web.limits.ClientNetworkArgumentResolver;
import dev.ticketing.web.limits.Limiter;
import dev.ticketing.web.problem.ErrorResolver;
import dev.ticketing.web.problem.ProblemAdvice;
import dev.ticketing.web.problem.ProblemErrors;
import dev.ticketing.web.problem.ProblemReportValve;
import dev.ticketing.web.session.JwksPublicKeys;
import dev.ticketing.web.session.PublicKeys;
import dev.ticketing.web.session.ReplicatedMap;
import dev.ticketing.web.session.RevokedSessions;
import dev.ticketing.web.session.SessionArgumentResolver;
import dev.ticketing.web.session.SessionVerifier;
import io.micrometer.tracing.Tracer;
import io.nats.client.Connection;
import jakarta.servlet.DispatcherType;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.apache.catalina.core.StandardHost;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.boot.tomcat.ConfigurableTomcatWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.boot.webmvc.autoconfigure.WebMvcRegistrations;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorMvcAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.http.MediaType;
import org.springframework.web.filter.ForwardedHeaderFilter;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.config.annotation.ContentNegotiationConfigurer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.mvc.method.annotation.ExceptionHandlerExceptionResolver;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.type.LogicalType;

/** Sessions and request filters, for every application with routes; problem details for those with an API. */
@AutoConfiguration(before = ErrorMvcAutoConfiguration.class)
class WebAutoConfiguration {

    @Bean
    @ConditionalOnMissingBean
    PublicKeys publicKeys(@Value("${ticketing.sessions.jwks}") URI jwks, Clock clock) {
        return new JwksPublicKeys(jwks, clock);
    }

    @Bean
    RevokedSessions revokedSessions(Connection broker, @Value("${ticketing.messaging.replicas:1}") int replicas) {
        return new RevokedSessions(
                ReplicatedMap.open(broker, "revoked-sessions", RevokedSessions.TOKEN_LIFETIME, replicas));
    }

    @Bean
    SessionVerifier sessionVerifier(PublicKeys keys, RevokedSessions revoked, Clock clock) {
        return new SessionVerifier(keys, revoked, clock);
    }

    @Bean
    WebMvcConfigurer controllerArguments(SessionVerifier verifier) {
        return new WebMvcConfigurer() {
            @Override
            public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
                resolvers.add(new SessionArgumentResolver(verifier));
                resolvers.add(new PagingArgumentResolver());
                resolvers.add(new IdempotencyKeyArgumentResolver());
                resolvers.add(new ClientNetworkArgumentResolver());
            }
        };
    }

    @Bean
    WebMvcRegistrations errorResolver() {
        return new WebMvcRegistrations() {
            @Override
            public ExceptionHandlerExceptionResolver getExceptionHandlerExceptionResolver() {
                return new ErrorResolver();
            }
        };
    }

    /** A number or a boolean instead of a text has the wrong type (400), and is not silently converted. */
    @Bean
    JsonMapperBuilderCustomizer textsAreTexts() {
        return json -> json.withCoercionConfig(
                LogicalType.Textual,
                texts -> texts.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                        .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                        .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail));
    }

    @Bean
    Currencies currencies(@Value("${ticketing.currencies}") String codes) {
        return Currencies.of(codes);
    }

    @Bean
    PreStopPause preStopPause(@Value("${ticketing.web.pre-stop-delay:PT0S}") Duration delay) {
        return new PreStopPause(delay);
    }

    @Bean
    FilterRegistrationBean<ForwardedHeaderFilter> frontDoorHeadersFilter() {
        var filter = new FilterRegistrationBean<ForwardedHeaderFilter>(new FrontDoorHeadersFilter());
        filter.setDispatcherTypes(DispatcherType.REQUEST, DispatcherType.ASYNC, DispatcherType.ERROR);
        filter.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return filter;
    }

    @Bean
    SafeAnswersFilter safeAnswersFilter() {
        return new SafeAnswersFilter();
    }

    @Bean
    HeadFilter headFilter(
            @Qualifier("handlerExceptionResolver") HandlerExceptionResolver errors,
            Uploads uploads,
            @Value("${ticketing.web.way-out:}") String wayOut) {
        return new HeadFilter(errors, uploads, wayOut);
    }

    @Bean
    Uploads uploads(@Value("${ticketing.web.uploads:}") String paths) {
        return new Uploads(paths);
    }

    @Bean
    BodyLimitFilter bodyLimitFilter(
            @Qualifier("handlerExceptionResolver") HandlerExceptionResolver errors, Uploads uploads) {
        return new BodyLimitFilter(errors, uploads);
    }

    @Bean
    CrossSiteRequestFilter crossSiteRequestFilter(
            @Qualifier("handlerExceptionResolver") HandlerExceptionResolver errors) {
        return new CrossSiteRequestFilter(errors);
    }

    @Bean
    StrictBinding strictBinding() {
        return new StrictBinding();
    }

    @Bean
    @ConditionalOnProperty(name = "ticketing.web.problem-details", matchIfMissing = true)
    ProblemAdvice problemAdvice(ObjectProvider<Tracer> tracer) {
        return new ProblemAdvice(tracer.getIfAvailable(() -> Tracer.NOOP));
    }

    /** Whatever a client accepts, even if it is nothing: an API has one format. */
    @Bean
    @ConditionalOnProperty(name = "ticketing.web.problem-details", matchIfMissing = true)
    WebMvcConfigurer jsonForAll() {
        return new WebMvcConfigurer() {
            @Override
            public void configureContentNegotiation(ContentNegotiationConfigurer types) {
                types.ignoreAcceptHeader(true).defaultContentType(MediaType.APPLICATION_JSON, MediaType.ALL);
            }
        };
    }

    @Bean
    @ConditionalOnProperty(name = "ticketing.web.problem-details", matchIfMissing = true)
    ProblemErrors problemErrors() {
        return new ProblemErrors();
    }

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass(name = "org.apache.catalina.startup.Tomcat")
    static class WithTomcat {

        @Bean
        WebServerFactoryCustomizer<ConfigurableTomcatWebServerFactory> refusesAsWeDo() {
            return tomcat -> {
                tomcat.addContextCustomizers(context -> {
                    var host = (StandardHost) context.getParent();
                    host.setErrorReportValveClass(ProblemReportValve.class.getName());
                });
                // the head is limited, and so is their number
                tomcat.addConnectorCustomizers(connector -> connector.setMaxCookieCount(-1));
            };
        }
    }

    /** For services with a database. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass(MongoOperations.class)
    static class WithDocuments {

        @Bean
        IdempotentRequests idempotentRequests(MongoOperations mongo, Clock clock) {
            return new IdempotentRequests(mongo, clock);
        }

        @Bean
        Limiter limiter(MongoOperations mongo, Clock clock) {
            return new Limiter(mongo, clock);
        }
    }
}
