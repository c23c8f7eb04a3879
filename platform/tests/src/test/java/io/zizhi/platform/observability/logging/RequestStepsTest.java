package io.zizhi.platform.observability.logging;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ws.rs.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RequestStepsTest {

    @Path("/v1/reviews")
    static class Reviews {
        @Path("/{workOrder: \\d{1,18}}/claim")
        public void claim() {}

        @Path("{ id :[a-z]+}/texts/{name}")
        public void text() {}

        public void all() {}
    }

    static class WithoutPath {
        @Path("/v1/counts")
        public void counts() {}
    }

    @ParameterizedTest
    @CsvSource({"claim, /v1/reviews/{workOrder}/claim", "text, /v1/reviews/{id}/texts/{name}", "all, /v1/reviews"})
    void route_omits_patterns_of_parameters(String method, String route) throws NoSuchMethodException {
        assertThat(RequestSteps.route(Reviews.class, Reviews.class.getMethod(method)))
                .isEqualTo(route);
    }

    @Test
    void reads_route_declared_only_on_method() throws NoSuchMethodException {
        assertThat(RequestSteps.route(WithoutPath.class, WithoutPath.class.getMethod("counts")))
                .isEqualTo("/v1/counts");
    }
}
