package io.zizhi.notification;

import io.zizhi.platform.testkit.InternalEndpoints;
import org.junit.jupiter.api.Test;

class InternalCallersTest {

    private final InternalEndpoints endpoints = InternalEndpoints.of("notification-service");

    @Test
    void every_internal_endpoint_names_its_callers() {
        endpoints.requireCallers();
    }

    @Test
    void the_page_of_callers_matches_the_code() {
        endpoints.comparePage();
    }
}
