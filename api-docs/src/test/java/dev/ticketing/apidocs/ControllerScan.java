package dev.ticketing.apidocs;

import java.util.Locale;
import org.springdoc.core.configuration.SpringDocConfiguration;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springdoc.core.properties.SpringDocConfigProperties;
import org.springdoc.webmvc.api.OpenApiWebMvcResource;
import org.springdoc.webmvc.core.configuration.SpringDocWebMvcConfiguration;
import org.springframework.beans.factory.support.BeanDefinitionReaderUtils;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.beans.factory.support.RootBeanDefinition;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.objenesis.SpringObjenesis;
import org.springframework.util.ClassUtils;
import org.springframework.web.bind.annotation.RestController;

/** Describes the controllers of a service by springdoc, without a running service. */
final class ControllerScan {

    private ControllerScan() {}

    /** The OpenAPI document of the controllers below a package, as JSON. Schemas have the names of their classes. */
    static byte[] of(String basePackage) {
        var document = new byte[1][];
        new WebApplicationContextRunner()
                .withInitializer(context -> register(basePackage, (BeanDefinitionRegistry) context))
                .withBean(OperationCustomizer.class, () -> OurParameters::describe)
                .withConfiguration(AutoConfigurations.of(
                        DispatcherServletAutoConfiguration.class,
                        WebMvcAutoConfiguration.class,
                        SpringDocConfiguration.class,
                        SpringDocConfigProperties.class,
                        SpringDocWebMvcConfiguration.class))
                .withPropertyValues(
                        "springdoc.use-fqn=true",
                        "springdoc.writer-with-order-by-keys=true",
                        "springdoc.override-with-generic-response=false",
                        "springdoc.default-flat-param-object=true",
                        "springdoc.api-docs.version=openapi_3_1",
                        "springdoc.default-produces-media-type=application/json")
                .run(context -> document[0] = context.getBean(OpenApiWebMvcResource.class)
                        .openapiJson(new MockHttpServletRequest(), "/v3/api-docs", Locale.ENGLISH));
        return document[0];
    }

    /** No method of them is called, so they need no dependencies. */
    private static void register(String basePackage, BeanDefinitionRegistry beans) {
        var objenesis = new SpringObjenesis();
        var scan = new ClassPathScanningCandidateComponentProvider(false);
        scan.addIncludeFilter(new AnnotationTypeFilter(RestController.class));
        scan.findCandidateComponents(basePackage).forEach(found -> {
            @SuppressWarnings("unchecked")
            var type = (Class<Object>) ClassUtils.resolveClassName(found.getBeanClassName(), null);
            var definition = new RootBeanDefinition(type);
            definition.setInstanceSupplier(() -> objenesis.newInstance(type));
            BeanDefinitionReaderUtils.registerWithGeneratedName(definition, beans);
        });
    }
}
