package io.zizhi.qualification.form;

import io.zizhi.platform.http.problem.TextForm;
import io.zizhi.platform.privacy.personal.IdNumber;
import io.zizhi.platform.privacy.personal.PersonName;
import io.zizhi.platform.privacy.personal.Phone;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Validates {@link Text}. Public only because the validator instantiates it. */
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
        Optional<String> code = codeOf(textOf(value), max, lines);
        code.ifPresent(refusal -> refuse(context, refusal));
        return code.isEmpty();
    }

    /**
     * Returns the code of the violated limit, or empty if the text is valid. Also for texts outside of request bodies.
     */
    public static Optional<String> codeOf(String text, int max, boolean lines) {
        if (text.codePointCount(0, text.length()) > max) {
            return Optional.of("FIELD_TOO_LONG");
        }
        return text.chars().anyMatch(character -> isForbidden(character, lines))
                ? Optional.of("FIELD_HAS_CONTROL_CHARACTERS")
                : TextForm.codeOf(text);
    }

    private static String textOf(Object value) {
        return switch (value) {
            case PersonName name -> name.reveal();
            case IdNumber number -> number.reveal();
            case Phone phone -> phone.reveal();
            default -> value.toString();
        };
    }

    private static boolean isForbidden(int character, boolean lines) {
        return Character.isISOControl(character) && !(lines && "\n\r\t".indexOf(character) >= 0);
    }

    private static void refuse(ConstraintValidatorContext context, String code) {
        context.disableDefaultConstraintViolation();
        context.buildConstraintViolationWithTemplate(code).addConstraintViolation();
    }
}
