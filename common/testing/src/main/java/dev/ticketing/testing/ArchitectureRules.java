package dev.ticketing.testing;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.GeneralCodingRules;

/** What holds in every service; a service's {@code ArchitectureTest} includes them with {@code ArchTests.in}. */
public final class ArchitectureRules {

    @ArchTest
    public static final ArchRule NATS_ONLY_IN_MESSAGING = only("..nats.client..", "dev.ticketing.messaging..");

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
