package io.zizhi.notification;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.zizhi.platform.testkit.InternalEndpoints;
import io.zizhi.platform.testkit.LocalInfrastructure;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(LocalInfrastructure.class)
class InternalCallersComponentTest {

    @Test
    void internal_endpoints_refuse_unlisted_services() {
        InternalEndpoints.of("notification-service").refuseOtherServices();
    }
}
