package io.zizhi.qualification.form;

import io.zizhi.platform.personal.IdNumber;
import io.zizhi.platform.personal.PersonName;
import io.zizhi.platform.personal.Phone;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import org.jspecify.annotations.Nullable;

/** Checks {@link Text}. Not public API of the feature; public because the validator creates it. */
public class TextLimits implements ConstraintValidator<Text, Object> {

    private int max;
    private boolean lines;

    @Override
    public void initialize(Text limits) {
        max = limits.max();
        lines = limits.lines();
    }

    @Override
    public boolean isValid(@Nullable Object value, ConstraintValidatorContext context) {
        if (value == null) {
            return true;
        }
        String text = textOf(value);
        if (text.codePointCount(0, text.length()) > max) {
            return refuse(context, "FIELD_TOO_LONG");
        }
        return text.chars().noneMatch(this::isForbidden) || refuse(context, "FIELD_HAS_CONTROL_CHARACTERS");
    }

    private static String textOf(Object value) {
        return switch (value) {
            case PersonName name -> name.reveal();
            case IdNumber number -> number.reveal();
            case Phone phone -> phone.reveal();
            default -> value.toString();
        };
    }

    private boolean isForbidden(int character) {
        return Character.isISOControl(character) && !(lines && "\n\r\t".indexOf(character) >= 0);
    }

    private static boolean refuse(ConstraintValidatorContext context, String code) {
        context.disableDefaultConstraintViolation();
        context.buildConstraintViolationWithTemplate(code).addConstraintViolation();
        return false;
    }
}
