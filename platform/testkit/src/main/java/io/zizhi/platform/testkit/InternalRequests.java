package io.zizhi.platform.testkit;

import io.quarkus.test.junit.callback.QuarkusTestBeforeEachCallback;
import io.quarkus.test.junit.callback.QuarkusTestMethodContext;
import io.restassured.RestAssured;
import io.restassured.filter.Filter;
import io.restassured.filter.FilterContext;
import io.restassured.response.Response;
import io.restassured.specification.FilterableRequestSpecification;
import io.restassured.specification.FilterableResponseSpecification;
import java.util.ArrayList;
import java.util.List;

/**
 * Redirects REST-assured requests for {@code /internal} to the internal port of the service under test, and makes its
 * JSON paths cheap.
 */
public final class InternalRequests implements QuarkusTestBeforeEachCallback {

    @Override
    public void beforeEach(QuarkusTestMethodContext context) {
        CompiledPaths.install();
        List<Filter> filters = new ArrayList<>(RestAssured.filters());
        // Compared by name: a filter of an earlier application belongs to another class loader and redirects to that
        // application only.
        filters.removeIf(filter -> filter.getClass().getName().equals(Redirection.class.getName()));
        filters.add(new Redirection());
        RestAssured.replaceFiltersWith(filters);
    }

    private static final class Redirection implements Filter {

        @Override
        public Response filter(
                FilterableRequestSpecification request,
                FilterableResponseSpecification response,
                FilterContext context) {
            if (request.getUserDefinedPath().startsWith("/internal/")) {
                request.port(InternalAddress.port());
            }
            return context.next(request, response);
        }
    }
}
