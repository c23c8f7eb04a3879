package io.zizhi.review;

import io.zizhi.platform.testkit.InternalEndpoints;
import org.junit.jupiter.api.Test;

class InternalCallersTest {

    private final InternalEndpoints endpoints = InternalEndpoints.of("review-service");

    @Test
    void every_internal_endpoint_names_its_callers() {
        endpoints.requireCallers();
    }

    @Test
    void the_page_of_callers_says_what_the_code_says() {
        endpoints.comparePage();
    }
}
