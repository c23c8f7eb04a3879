package io.zizhi.platform.privacy.personal;

import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import org.jspecify.annotations.Nullable;

/** Validates {@link WithoutPersonalNumbers}. Public only because the validator instantiates it. */
public class PersonalNumbersCheck implements ConstraintValidator<WithoutPersonalNumbers, String> {

    @Override
    public boolean isValid(@Nullable String text, ConstraintValidatorContext context) {
        return text == null || !PersonalNumbers.areWrittenIn(text);
    }
}
