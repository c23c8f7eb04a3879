package io.zizhi.document.testing;

import io.quarkus.test.common.WithTestResource;
import io.zizhi.platform.testkit.LocalInfrastructure;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Starts the infrastructure and all doubles of document-service. Quarkus starts the application again for each different
 * set of resources, so all component tests share this one. A test switches on the parts that would disturb others:
 * {@code SwitchedScans}, {@code SwitchedReadings} and {@code SwitchedOffice}.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@WithTestResource(LocalInfrastructure.class)
@WithTestResource(StorageCable.class)
@WithTestResource(ReviewServiceDouble.class)
@WithTestResource(ScannerDouble.class)
@WithTestResource(RecognitionDouble.class)
@WithTestResource(OfficeDouble.class)
@WithTestResource(SettingsForTests.class)
public @interface WithDoubles {}
