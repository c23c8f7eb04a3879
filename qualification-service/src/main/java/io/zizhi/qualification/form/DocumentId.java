package io.zizhi.qualification.form;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import jakarta.validation.ReportAsSingleViolation;
import jakarta.validation.constraints.Pattern;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A document id: 128 random bits as 32 hexadecimal digits. */
@Documented
@Constraint(validatedBy = {})
@Pattern(regexp = "[0-9a-f]{32}")
@ReportAsSingleViolation
@Target({ElementType.FIELD, ElementType.METHOD, ElementType.PARAMETER, ElementType.TYPE_USE})
@Retention(RetentionPolicy.RUNTIME)
public @interface DocumentId {

    String message() default "DOCUMENT_ID_INVALID";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};
}
