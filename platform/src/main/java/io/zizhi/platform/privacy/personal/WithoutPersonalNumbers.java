package io.zizhi.platform.privacy.personal;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Refuses id numbers and phone numbers in a text that is stored unencrypted for good, such as a reason in the audit log
 * ({@code PERSONAL_NUMBER}). Names cannot be recognized.
 */
@Documented
@Constraint(validatedBy = PersonalNumbersCheck.class)
@Target({ElementType.FIELD, ElementType.METHOD, ElementType.PARAMETER, ElementType.TYPE_USE})
@Retention(RetentionPolicy.RUNTIME)
public @interface WithoutPersonalNumbers {

    String message() default "PERSONAL_NUMBER";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};
}
