package dev.ticketing.testing;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.GeneralCodingRules;
import dev.ticketing.messaging.outbox.Aggregate;

/** Rules for every service; a service's {@code ArchitectureTest} includes them with {@code ArchTests.in}. */
public final class ArchitectureRules {

    /** Besides messaging and its tools, the map of ended sessions is kept by the broker. */
    @ArchTest
    public static final ArchRule NATS_ONLY_IN_MESSAGING = noClasses()
            .that()
            .resideOutsideOfPackages("dev.ticketing.messaging..", "dev.ticketing.brokeradmin..")
            .and()
            .haveNameNotMatching("dev\\.ticketing\\.web\\.(session\\.ReplicatedMap|WebAutoConfiguration).*")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.nats..")
            .allowEmptyShould(true);

    /** Aggregates are what services have of the outbox. */
    @ArchTest
    public static final ArchRule MESSAGING_IS_USED_BY_ITS_API = noClasses()
            .that()
            .resideOutsideOfPackages("dev.ticketing.messaging..", "dev.ticketing.brokeradmin..")
            .should()
            .dependOnClassesThat(resideInAnyPackage(
                            "dev.ticketing.messaging.wire..",
                            "dev.ticketing.messaging.gate..",
                            "dev.ticketing.messaging.outbox..",
                            "dev.ticketing.messaging.consumer..")
                    .and(not(type(Aggregate.class))))
            .allowEmptyShould(true);

    @ArchTest
    public static final ArchRule BROKER_ADMIN_IS_FOR_TOOLS =
            only("dev.ticketing.brokeradmin..", "dev.ticketing.brokeradmin..");

    @ArchTest
    public static final ArchRule NO_CIRCLES_BETWEEN_PACKAGES =
            slices().matching("dev.ticketing.(**)").should().beFreeOfCycles().allowEmptyShould(true);

    @ArchTest
    public static final ArchRule STRIPE_ONLY_IN_STRIPE = only("com.stripe..", "dev.ticketing.payments.stripe..");

    @ArchTest
    public static final ArchRule REDISSON_ONLY_IN_EXPIRATION = only("org.redisson..", "dev.ticketing.expiration..");

    @ArchTest
    public static final ArchRule NO_JACKSON_2 = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAPackage("com.fasterxml.jackson.databind..")
            .because("Jackson 3 (tools.jackson) is the one in use");

    @ArchTest
    public static final ArchRule NAMES_SAY_WHAT_A_CLASS_IS = noClasses()
            .should()
            .haveSimpleNameEndingWith("Impl")
            .orShould()
            .haveSimpleNameEndingWith("Manager")
            .orShould()
            .haveSimpleNameEndingWith("Helper")
            .orShould()
            .haveSimpleNameEndingWith("Utils")
            .orShould()
            .haveSimpleNameEndingWith("Util")
            .orShould()
            .haveSimpleNameEndingWith("Dto");

    @ArchTest
    public static final ArchRule TIME_COMES_FROM_THE_CLOCK = noClasses()
            .should()
            .callMethod(java.time.Instant.class, "now")
            .because("the Clock is injected, so that tests and the simulator can move it");

    @ArchTest
    public static final ArchRule NO_STANDARD_STREAMS = GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;

    private ArchitectureRules() {}

    private static ArchRule only(String library, String home) {
        return noClasses()
                .that()
                .resideOutsideOfPackage(home)
                .should()
                .dependOnClassesThat()
                .resideInAPackage(library)
                .allowEmptyShould(true);
    }
}
