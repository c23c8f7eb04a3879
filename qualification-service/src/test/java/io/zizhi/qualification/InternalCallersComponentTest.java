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
    void rejects_services_not_listed_as_callers() {
        InternalEndpoints.of("qualification-service").refuseOtherServices();
    }
}
