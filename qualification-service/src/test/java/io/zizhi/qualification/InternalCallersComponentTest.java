package io.zizhi.qualification;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.zizhi.platform.testkit.InternalEndpoints;
import io.zizhi.platform.testkit.LocalInfrastructure;
import io.zizhi.qualification.testing.PeerDouble;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(LocalInfrastructure.class)
@WithTestResource(PeerDouble.class)
class InternalCallersComponentTest {

    @Test
    void internal_endpoints_refuse_services_that_they_do_not_name() {
        InternalEndpoints.of("qualification-service").refuseOtherServices();
    }
}
