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
    void internal_endpoints_refuse_services_that_they_do_not_name() {
        InternalEndpoints.of("review-service").refuseOtherServices();
    }
}
