package io.zizhi.document;

import io.quarkus.test.junit.QuarkusTest;
import io.zizhi.document.testing.WithDoubles;
import io.zizhi.platform.testkit.InternalEndpoints;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithDoubles
class InternalCallersComponentTest {

    @Test
    void internal_endpoints_refuse_unlisted_services() {
        InternalEndpoints.of("document-service").refuseOtherServices();
    }
}
