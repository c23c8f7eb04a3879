package io.zizhi.platform.http;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Parameters of a {@code @BeanParam} class that are refused without a value, such as {@code ?actor=}. Elsewhere such a
 * parameter counts as absent. Use it for searches in which a criterion that has no effect would mislead the caller.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface ValuesRequired {}
