package io.zizhi.platform.testkit;

import io.quarkus.test.junit.callback.QuarkusTestBeforeEachCallback;
import io.quarkus.test.junit.callback.QuarkusTestBeforeTestExecutionCallback;
import io.quarkus.test.junit.callback.QuarkusTestMethodContext;
import io.restassured.RestAssured;
import io.restassured.filter.Filter;
import io.restassured.filter.FilterContext;
import io.restassured.response.Response;
import io.restassured.specification.FilterableRequestSpecification;
import io.restassured.specification.FilterableResponseSpecification;
import java.util.ArrayList;
import java.util.List;
import org.apache.http.client.HttpClient;
import org.apache.http.client.params.ClientPNames;
import org.apache.http.client.params.CookiePolicy;
import org.apache.http.impl.client.DefaultHttpClient;
import org.apache.http.impl.conn.PoolingClientConnectionManager;

/**
 * Redirects REST-assured requests for {@code /internal} to the internal port of the service under test, and makes its
 * JSON paths and connections cheap.
 */
public final class InternalRequests implements QuarkusTestBeforeEachCallback, QuarkusTestBeforeTestExecutionCallback {

    private static final int MOST_CONNECTIONS = 200;

    /** By default, REST-assured builds a client and opens a connection for each request. */
    private static final HttpClient CLIENT = pooling();

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

    /** Runs after Quarkus has set the configuration of the test. */
    @Override
    public void beforeTestExecution(QuarkusTestMethodContext context) {
        RestAssured.config = RestAssured.config.httpClient(RestAssured.config
                .getHttpClientConfig()
                .httpClientFactory(() -> CLIENT)
                .reuseHttpClientInstance());
    }

    /** REST-assured 5 accepts no client of the current API. */
    @SuppressWarnings("deprecation")
    private static HttpClient pooling() {
        PoolingClientConnectionManager connections = new PoolingClientConnectionManager();
        connections.setMaxTotal(MOST_CONNECTIONS);
        connections.setDefaultMaxPerRoute(MOST_CONNECTIONS);
        DefaultHttpClient client = new DefaultHttpClient(connections);
        // tests must not share cookies
        client.getParams().setParameter(ClientPNames.COOKIE_POLICY, CookiePolicy.IGNORE_COOKIES);
        return client;
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
