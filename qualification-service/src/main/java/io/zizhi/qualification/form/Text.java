package io.zizhi.qualification.form;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Limits a text to a length and to printable characters, for example to reject a name of 200 KB or with a NUL ({@code
 * FIELD_TOO_LONG}, {@code FIELD_HAS_CONTROL_CHARACTERS}).
 */
@Documented
@Constraint(validatedBy = TextLimits.class)
@Target({ElementType.FIELD, ElementType.METHOD, ElementType.PARAMETER, ElementType.TYPE_USE})
@Retention(RetentionPolicy.RUNTIME)
public @interface Text {

    /** Maximum length in characters (code points). */
    int max();

    /** Whether line breaks and tabs are allowed. */
    boolean lines() default false;

    String message() default "FIELD_INVALID";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};
}
