package dev.ticketing.testing;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The rules that hold in the modules of {@code common}, too. */
@AnalyzeClasses(
        packages = {
            "dev.ticketing.events",
            "dev.ticketing.process",
            "dev.ticketing.documents",
            "dev.ticketing.messaging",
            "dev.ticketing.brokeradmin",
            "dev.ticketing.web"
        },
        importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule NATS = ArchitectureRules.NATS_ONLY_IN_MESSAGING;

    @ArchTest
    static final ArchRule ROOMS = ArchitectureRules.MESSAGING_IS_USED_BY_ITS_API;

    @ArchTest
    static final ArchRule TOOLS = ArchitectureRules.BROKER_ADMIN_IS_FOR_TOOLS;

    @ArchTest
    static final ArchRule CIRCLES = ArchitectureRules.NO_CIRCLES_BETWEEN_PACKAGES;
}
