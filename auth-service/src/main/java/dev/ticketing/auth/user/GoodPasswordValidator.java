package dev.ticketing.auth.user;

import dev.ticketing.auth.credential.PasswordRules;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;

final class GoodPasswordValidator implements ConstraintValidator<GoodPassword, UserController.SignUp> {

    private final PasswordRules rules;

    GoodPasswordValidator(PasswordRules rules) {
        this.rules = rules;
    }

    @Override
    public boolean isValid(UserController.SignUp given, ConstraintValidatorContext context) {
        var broken = rules.brokenBy(given.password(), given.email());
        context.disableDefaultConstraintViolation();
        broken.forEach(rule -> context.buildConstraintViolationWithTemplate(rule)
                .addPropertyNode("password")
                .addConstraintViolation());
        return broken.isEmpty();
    }
}
