package io.zizhi.platform.openapi;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A refusal that callers of an endpoint have to reckon with, for the OpenAPI document; on a class it holds for all of its
 * endpoints. What every endpoint of a kind can refuse is added by rule: see {@link CommonRefusals}.
 */
@Documented
@Repeatable(Refusal.List.class)
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
public @interface Refusal {

    /** HTTP status, 400 to 599. */
    int status();

    /** The {@code code} of the problem details. */
    String code();

    /** When it is given: one sentence for whoever writes a client. */
    String when();

    /** Several; written by the compiler. */
    @Documented
    @Target({ElementType.TYPE, ElementType.METHOD})
    @Retention(RetentionPolicy.RUNTIME)
    @interface List {

        Refusal[] value();
    }
}
