package dev.ticketing.web;

import dev.ticketing.messaging.SharedKeys;
import io.micrometer.tracing.Tracer;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.type.LogicalType;

/** Sessions and the doors, for every application with routes; problem details for those that are an API. */
@AutoConfiguration
class WebAutoConfiguration {

    @Bean
    @ConditionalOnMissingBean
    PublicKeys publicKeys(@Value("${ticketing.sessions.jwks}") URI jwks, Clock clock) {
        return new JwksPublicKeys(jwks, clock);
    }

    @Bean
    RevokedSessions revokedSessions(SharedKeys.Factory factory) {
        return new RevokedSessions(factory.open("revoked-sessions", RevokedSessions.TOKEN_LIFETIME));
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
            }
        };
    }

    /** A number or a boolean where a text belongs is of the wrong type (400), and not quietly made a text. */
    @Bean
    JsonMapperBuilderCustomizer textsAreTexts() {
        return json -> json.withCoercionConfig(
                LogicalType.Textual,
                texts -> texts.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                        .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                        .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail));
    }

    @Bean
    PreStopPause preStopPause(@Value("${ticketing.web.pre-stop-delay:PT0S}") Duration delay) {
        return new PreStopPause(delay);
    }

    @Bean
    BodyLimitFilter bodyLimitFilter(@Qualifier("handlerExceptionResolver") HandlerExceptionResolver errors) {
        return new BodyLimitFilter(errors);
    }

    @Bean
    CrossSiteRequestFilter crossSiteRequestFilter(
            @Qualifier("handlerExceptionResolver") HandlerExceptionResolver errors) {
        return new CrossSiteRequestFilter(errors);
    }

    @Bean
    @ConditionalOnProperty(name = "ticketing.web.problem-details", matchIfMissing = true)
    ProblemAdvice problemAdvice(ObjectProvider<Tracer> tracer) {
        return new ProblemAdvice(tracer.getIfAvailable(() -> Tracer.NOOP));
    }

    /** For services with documents. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass(MongoOperations.class)
    static class WithDocuments {

        @Bean
        FirstAnswers firstAnswers(MongoOperations mongo, Clock clock) {
            return new FirstAnswers(mongo, clock);
        }
    }
}
