package io.zizhi.platform.openapi;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * An error that an endpoint can return, for the OpenAPI document. On a class, it applies to all endpoints of the class.
 * {@link CommonRefusals} adds the errors common to all endpoints of a kind.
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

    /** When the error occurs, in one sentence for client developers. */
    String when();

    /** Container of repeated annotations; written by the compiler. */
    @Documented
    @Target({ElementType.TYPE, ElementType.METHOD})
    @Retention(RetentionPolicy.RUNTIME)
    @interface List {

        Refusal[] value();
    }
}
