package io.zizhi.platform.http.internal;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Lists the callers of an internal endpoint. On a class, it applies to all its endpoints. {@link CallerFilter} rejects
 * every other caller, so a stolen token of one service opens only the endpoints that this service needs. {@code
 * docs/internal-callers.md} lists all callers; a test in each service compares that page with the code.
 */
@Documented
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
public @interface Callers {

    /** Client ids of services of the suite, as in the claim {@code azp} of their tokens. */
    String[] value() default {};

    /** Roles of callers outside the suite: operators and signature systems. */
    String[] roles() default {};
}
