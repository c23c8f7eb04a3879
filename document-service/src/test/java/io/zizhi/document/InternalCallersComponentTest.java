package io.zizhi.document;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.zizhi.document.testing.ReviewServiceDouble;
import io.zizhi.document.testing.ShortDeadlines;
import io.zizhi.document.testing.StorageCable;
import io.zizhi.platform.testkit.InternalEndpoints;
import io.zizhi.platform.testkit.LocalInfrastructure;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(LocalInfrastructure.class)
@WithTestResource(StorageCable.class)
@WithTestResource(ReviewServiceDouble.class)
@WithTestResource(ShortDeadlines.class)
class InternalCallersComponentTest {

    @Test
    void internal_endpoints_refuse_unlisted_services() {
        InternalEndpoints.of("document-service").refuseOtherServices();
    }
}
