package io.zizhi.platform.identity.stepup;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks an endpoint that staff may call only after a recent and strong enough sign-in. {@link StepUpFilter} checks it
 * by the settings in {@link StepUpConfig}. Quarkus' {@code @AuthenticationContext} is not used: its values are fixed at
 * build time, and it would also apply to applicants who read their own documents.
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface StepUp {}
