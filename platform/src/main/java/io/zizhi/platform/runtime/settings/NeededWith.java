package io.zizhi.platform.runtime.settings;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A setting that must be set under a condition, although the service starts without it otherwise. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface NeededWith {

    /** The condition of a setting that only local profiles set themselves. */
    String PRODUCTION = "production";

    /** Another setting with its value, for example {@code zizhi.company-registry.provider=HTTP}, or a profile. */
    String value();
}
