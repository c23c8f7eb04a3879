package io.zizhi.platform.http.internal;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Names the callers of an internal endpoint; on a class it counts for all its endpoints. {@link CallerFilter} refuses
 * everybody else, so that a stolen token of one service opens only what that service needs. {@code
 * docs/internal-callers.md} lists them all, and a test of each service compares that page with its code.
 */
@Documented
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
public @interface Callers {

    /** Services of the suite, by the client id that the claim {@code azp} of their tokens holds. */
    String[] value() default {};

    /** Roles of callers that are not services: operators and signature systems. */
    String[] roles() default {};
}
