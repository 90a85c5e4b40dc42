package dev.ticketing.auth.user;

import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.ticketing.auth.AuthFixture;
import dev.ticketing.testing.load.BoundedWork;
import dev.ticketing.testing.load.NastyTexts;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** No text that this service accepts costs more than its length. */
class BoundedWorkIT extends AuthFixture {

    @TestFactory
    Stream<DynamicTest> anAddressOrAPasswordCostsNoMoreThanItsLength() {
        return Stream.of("/api/users/signup", "/api/users/signin")
                .flatMap(path -> Stream.of(
                        dynamicTest(
                                path + " email",
                                () -> BoundedWork.isProportionalToTheLength(
                                        text -> post(path, credentials(text, PASSWORD)), NastyTexts.forBodies())),
                        dynamicTest(
                                path + " password",
                                () -> BoundedWork.isProportionalToTheLength(
                                        text -> post(path, credentials(someone(), text)), NastyTexts.forBodies()))));
    }

    /** A different address each time, because too many failures with one address are refused before any other check. */
    private static String someone() {
        return UUID.randomUUID() + "@example.com";
    }

    @TestFactory
    Stream<DynamicTest> aHeaderCostsNoMoreThanItsLength() {
        return Stream.of("Cookie", "Idempotency-Key", "Accept-Language", "Accept", "Origin")
                .map(name -> dynamicTest(
                        name,
                        () -> BoundedWork.isProportionalToTheLength(
                                text -> post("/api/users/signup", credentials("x", "y"), name, text),
                                NastyTexts.forHeaders())));
    }
}
