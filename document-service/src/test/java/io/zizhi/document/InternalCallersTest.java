package io.zizhi.document;

import io.zizhi.platform.testkit.InternalEndpoints;
import org.junit.jupiter.api.Test;

class InternalCallersTest {

    private final InternalEndpoints endpoints = InternalEndpoints.of("document-service");

    @Test
    void every_internal_endpoint_names_its_callers() {
        endpoints.requireCallers();
    }

    @Test
    void the_page_of_callers_matches_the_code() {
        endpoints.comparePage();
    }
}
