package io.zizhi.qualification;

import io.zizhi.platform.testkit.InternalEndpoints;
import org.junit.jupiter.api.Test;

class InternalCallersTest {

    private final InternalEndpoints endpoints = InternalEndpoints.of("qualification-service");

    @Test
    void every_internal_endpoint_lists_its_callers() {
        endpoints.requireCallers();
    }

    @Test
    void callers_page_is_up_to_date() {
        endpoints.comparePage();
    }
}
