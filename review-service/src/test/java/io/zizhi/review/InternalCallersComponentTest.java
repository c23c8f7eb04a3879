package io.zizhi.review;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.zizhi.platform.testkit.InternalEndpoints;
import io.zizhi.platform.testkit.LocalInfrastructure;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(LocalInfrastructure.class)
@WithTestResource(QualificationStub.class)
class InternalCallersComponentTest {

    @Test
    void refuses_services_that_an_internal_endpoint_does_not_name() {
        InternalEndpoints.of("review-service").refuseOtherServices();
    }
}
