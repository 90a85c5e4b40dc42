package dev.ticketing.auth.user;

import static java.lang.annotation.ElementType.TYPE;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import dev.ticketing.auth.credential.PasswordRules;
import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;

/**
 * The password of a {@code SignUp} follows the {@link PasswordRules}; each violation is an error of the field
 * {@code password}.
 */
@Target(TYPE)
@Retention(RUNTIME)
@Constraint(validatedBy = GoodPasswordValidator.class)
@interface GoodPassword {

    String message() default "password is not valid";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};
}
