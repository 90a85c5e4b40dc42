package dev.ticketing.simulator.world;

import static java.util.stream.Collectors.toUnmodifiableSet;

import dev.ticketing.expiration.SimulatedRedisson;
import dev.ticketing.messaging.MessagingWiring;
import dev.ticketing.messaging.SimulatedNats;
import dev.ticketing.payments.stripe.SimulatedStripe;
import dev.ticketing.simulator.world.Store.UniqueIndex;
import dev.ticketing.suite.Service;
import dev.ticketing.web.input.Currencies;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.lang.reflect.Method;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.aop.support.AopUtils;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.LifecycleProcessor;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.ClassPathBeanDefinitionScanner;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.core.type.filter.AssignableTypeFilter;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.convert.MappingMongoConverter;
import org.springframework.data.mongodb.core.convert.MongoCustomConversions;
import org.springframework.data.mongodb.core.convert.NoOpDbRefResolver;
import org.springframework.data.mongodb.core.index.MongoPersistentEntityIndexResolver;
import org.springframework.data.mongodb.core.mapping.Document;
import org.springframework.data.mongodb.core.mapping.MongoMappingContext;
import org.springframework.data.mongodb.repository.support.MongoRepositoryFactory;
import org.springframework.data.repository.Repository;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;
import tools.jackson.databind.json.JsonMapper;

/**
 * A slot for an instance of a service: its beans, found and wired by Spring, on simulated drivers. Wired once for many
 * worlds; stateful beans are created anew at every start.
 */
final class ServiceInstance {

    /** The unpaid reservations that one buyer may have at once. */
    static final int HOLDS = 2;

    private static final Map<String, Object> SETTINGS = Map.ofEntries(
            Map.entry("ticketing.tickets.listings-per-seller", "500/PT1H"),
            Map.entry("ticketing.tickets.lists-cached", "PT0S"),
            Map.entry("ticketing.content.keys", "1:c2ltdWxhdGVkLXdvcmxkcy1zZWFsLWNvbnRlbnRzLi4="),
            Map.entry("ticketing.content.files-per-seller", "100/PT1H"),
            Map.entry("ticketing.content.code-key", "c2ltdWxhdGVkLXdvcmxkcy1zZWFsLWNvbnRlbnRzLi4="),
            Map.entry("ticketing.orders.window", "PT30S"),
            Map.entry("ticketing.orders.open-holds-per-buyer", String.valueOf(HOLDS)),
            Map.entry("ticketing.orders.held-before-pause", "PT5S"),
            Map.entry("ticketing.orders.per-buyer", "1000/PT1H"),
            Map.entry("ticketing.orders.per-client", "1000/PT1H"),
            Map.entry("ticketing.payments.public-url", "http://localhost:8080"),
            Map.entry("ticketing.payments.unsettled-after", "PT45S"),
            Map.entry("ticketing.payments.attempts-per-order", "10"),
            Map.entry("ticketing.payments.refusal-pause", "PT10S"),
            Map.entry("ticketing.payments.refusals-per-buyer", "30/P1D"),
            Map.entry("ticketing.stripe.key", "sk_test_simulated"),
            Map.entry("ticketing.stripe.webhook-secret", "whsec_simulated"),
            Map.entry("ticketing.stripe.api-base", "http://localhost"),
            Map.entry("ticketing.expiration.lease", "PT10S"),
            Map.entry("ticketing.expiration.rebuild-from", "P1D"),
            Map.entry("ticketing.messaging.lanes", "4"));

    private final String service;
    private final String root;
    private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
    private final MongoTemplate mongo;
    private final Endpoints endpoints;
    private Class<?> application;

    ServiceInstance(Service declared, Map<String, Broker.Stream> streams) {
        this.service = declared.name();
        this.root = "dev.ticketing." + declared.shortName();
        this.mongo = declared.database().isPresent() ? template() : null;
        var settings = new LinkedHashMap<>(SETTINGS);
        settings.put("spring.application.name", service);
        context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("simulated", settings));
        context.setClassLoader(mongo == null ? new WithoutMongo() : getClass().getClassLoader());
        registerDrivers(streams);
        registerSettings();
        registerRepositories();
        context.register(MessagingWiring.configurations());
        if (mongo != null) {
            context.register(dev.ticketing.web.WebWiring.withDocuments());
        }
        scan();
        context.refresh();
        this.endpoints = new Endpoints(context);
    }

    String service() {
        return service;
    }

    Endpoints endpoints() {
        return endpoints;
    }

    private MongoTemplate template() {
        var conversions = new MongoCustomConversions(List.of());
        var mappings = new MongoMappingContext();
        mappings.setSimpleTypeHolder(conversions.getSimpleTypeHolder());
        mappings.setInitialEntitySet(documents());
        mappings.afterPropertiesSet();
        var converter = new MappingMongoConverter(NoOpDbRefResolver.INSTANCE, mappings);
        converter.setCustomConversions(conversions);
        converter.afterPropertiesSet();
        var template = new MongoTemplate(new MongoFace(service), converter);
        template.setEntityLifecycleEventsEnabled(false); // no handler
        return template;
    }

    private Set<Class<?>> documents() {
        var found = new ClassPathScanningCandidateComponentProvider(false, context.getEnvironment());
        found.addIncludeFilter(new AnnotationTypeFilter(Document.class));
        return found.findCandidateComponents(root).stream()
                .map(ServiceInstance::type)
                .collect(toUnmodifiableSet());
    }

    private void registerDrivers(Map<String, Broker.Stream> streams) {
        context.registerBean("clock", Clock.class, SimulatedClock::new);
        context.registerBean(
                "natsConnection", io.nats.client.Connection.class, () -> new SimulatedNats(streams).connection());
        context.registerBean("meters", SimpleMeterRegistry.class, SimpleMeterRegistry::new);
        context.registerBean("lifecycleProcessor", LifecycleProcessor.class, Unstarted::new);
        context.registerBean(
                "json", JsonMapper.class, () -> JsonMapper.builder().build());
        context.registerBean("currencies", Currencies.class, () -> Currencies.of("usd,eur"));
        context.registerBean("applicationTaskExecutor", InTasks.class, InTasks::new);
        context.registerBean("stripeClient", com.stripe.StripeClient.class, SimulatedStripe::client);
        context.registerBean("redisson", org.redisson.api.RedissonClient.class, SimulatedRedisson::client);
        if (mongo != null) {
            context.registerBean("mongoTemplate", MongoTemplate.class, () -> mongo);
        }
    }

    private void registerSettings() {
        var found = new ClassPathScanningCandidateComponentProvider(false, context.getEnvironment());
        found.addIncludeFilter(new AnnotationTypeFilter(ConfigurationProperties.class));
        for (var candidate : found.findCandidateComponents(root)) {
            var type = type(candidate);
            var prefix = type.getAnnotation(ConfigurationProperties.class).value();
            var settings = Binder.get(context.getEnvironment()).bindOrCreate(prefix, type);
            context.getBeanFactory().registerSingleton(type.getName(), settings);
        }
    }

    private void registerRepositories() {
        if (mongo == null) {
            return;
        }
        var factory = new MongoRepositoryFactory(mongo);
        factory.setBeanClassLoader(getClass().getClassLoader());
        var found = new ClassPathScanningCandidateComponentProvider(false, context.getEnvironment()) {
            @Override
            protected boolean isCandidateComponent(
                    org.springframework.beans.factory.annotation.AnnotatedBeanDefinition definition) {
                return definition.getMetadata().isInterface();
            }
        };
        found.addIncludeFilter(new AssignableTypeFilter(Repository.class));
        for (var candidate : found.findCandidateComponents(root)) {
            context.getBeanFactory()
                    .registerSingleton(candidate.getBeanClassName(), factory.getRepository(type(candidate)));
        }
    }

    private void scan() {
        var scanner = new ClassPathBeanDefinitionScanner(context, true);
        scanner.setBeanNameGenerator((definition, registry) -> definition.getBeanClassName());
        scanner.addExcludeFilter((reader, readers) -> {
            var isApplication = reader.getAnnotationMetadata().hasAnnotation(SpringBootApplication.class.getName());
            if (isApplication) {
                application = type(reader.getClassMetadata().getClassName());
            }
            return isApplication;
        });
        scanner.addExcludeFilter(new AnnotationTypeFilter(ConfigurationProperties.class));
        scanner.scan(root);
    }

    private static Class<?> type(BeanDefinition definition) {
        return type(definition.getBeanClassName());
    }

    private static Class<?> type(String name) {
        try {
            return ServiceInstance.class.getClassLoader().loadClass(name);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The unique indexes that the documents declare, as Spring Data creates them at startup. */
    Map<String, List<UniqueIndex>> uniqueIndexes() {
        var indexes = new LinkedHashMap<String, List<UniqueIndex>>();
        if (mongo == null) {
            return indexes;
        }
        var mappings = (MongoMappingContext) mongo.getConverter().getMappingContext();
        var resolver = new MongoPersistentEntityIndexResolver(mappings);
        for (var entity : mappings.getPersistentEntities()) {
            if (!entity.isAnnotationPresent(Document.class)) {
                continue;
            }
            for (var index : resolver.resolveIndexFor(entity.getTypeInformation())) {
                var options = index.getIndexOptions();
                if (Boolean.TRUE.equals(options.get("unique"))) {
                    var path = index.getIndexKeys().keySet().iterator().next();
                    indexes.computeIfAbsent(index.getCollection(), name -> new ArrayList<>())
                            .add(new UniqueIndex(path, Boolean.TRUE.equals(options.get("sparse"))));
                }
            }
        }
        return indexes;
    }

    /** Starts the service on a machine, in a thread of that machine. */
    void boot() {
        if (mongo != null) {
            MessagingWiring.start(context, mongo);
        }
        for (var bean : context.getBeansOfType(SmartLifecycle.class).values()) {
            if (!MessagingWiring.isOurs(bean)) {
                fresh(bean).start();
            }
        }
        if (application != null && application.isAnnotationPresent(EnableScheduling.class)) {
            scheduled().forEach(Runnable::run);
        }
    }

    /** The service's own beans have no memory of an earlier world. */
    private SmartLifecycle fresh(SmartLifecycle bean) {
        return bean.getClass().getName().startsWith(root)
                ? ((DefaultListableBeanFactory) context.getBeanFactory()).createBean(bean.getClass())
                : bean;
    }

    private List<Runnable> scheduled() {
        var starts = new ArrayList<Runnable>();
        for (var name : context.getBeanDefinitionNames()) {
            var type = context.getType(name);
            if (type == null || !type.getName().startsWith(root)) {
                continue;
            }
            var bean = context.getBean(name);
            Stream.of(AopUtils.getTargetClass(bean).getDeclaredMethods())
                    .filter(method -> AnnotatedElementUtils.hasAnnotation(method, Scheduled.class))
                    .forEach(method -> starts.add(() -> Intercepted.startVirtualThread(() -> repeat(bean, method))));
        }
        return starts;
    }

    private static void repeat(Object bean, Method method) {
        var schedule = AnnotatedElementUtils.findMergedAnnotation(method, Scheduled.class);
        var delay = schedule.fixedDelayString().isEmpty()
                ? Duration.ofMillis(schedule.fixedDelay())
                : Duration.parse(schedule.fixedDelayString());
        method.setAccessible(true);
        while (true) {
            try {
                method.invoke(bean);
            } catch (java.lang.reflect.InvocationTargetException e) {
                if (e.getCause() instanceof Error error) {
                    throw error;
                }
                // like Spring: log, and try again later
            } catch (IllegalAccessException e) {
                throw new IllegalStateException(e);
            }
            Task.current().world.pause(delay.toNanos() / 1_000);
        }
    }

    /** The class path of a service without a database, as seen by conditions. */
    private static final class WithoutMongo extends ClassLoader {

        WithoutMongo() {
            super(ServiceInstance.class.getClassLoader());
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (name.startsWith("org.springframework.data.mongodb.")) {
                throw new ClassNotFoundException(name);
            }
            return super.loadClass(name, resolve);
        }
    }

    /** Starts nothing by itself. */
    private static final class Unstarted implements LifecycleProcessor {
        @Override
        public void onRefresh() {}

        @Override
        public void onClose() {}

        @Override
        public void start() {}

        @Override
        public void stop() {}

        @Override
        public boolean isRunning() {
            return false;
        }
    }
}
