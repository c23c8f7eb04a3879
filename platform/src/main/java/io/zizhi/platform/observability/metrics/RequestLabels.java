package io.zizhi.platform.observability.metrics;

import io.micrometer.core.instrument.Tags;
import io.quarkus.micrometer.runtime.HttpServerMetricsTagsContributor;
import io.zizhi.platform.http.problem.RequestMethod;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/**
 * Replaces those labels of {@code http_server_requests_seconds} that a caller could choose. By default, Quarkus labels
 * requests with the method as received, and requests without a route with their whole address.
 */
@Singleton
class RequestLabels implements HttpServerMetricsTagsContributor {

    /** The label of a request without a matching route. */
    static final String NOT_FOUND = "NOT_FOUND";

    /** The label of a request answered before its route was known. */
    static final String REFUSED = "REFUSED";

    /** The key under which Quarkus REST stores the route's template, such as <code>/v1/tallies/{id}</code>. */
    private static final String TEMPLATE = "UrlPathTemplate";

    @Override
    public Tags contribute(Context context) {
        Tags tags = Tags.of("method", method(context.request().method().name()));
        @Nullable String template = context.requestContextLocalData(TEMPLATE);
        return template == null ? tags.and("uri", unrouted(context.response().statusCode())) : tags;
    }

    static String method(String method) {
        return RequestMethod.isKnown(method) ? method : "OTHER";
    }

    private static String unrouted(int status) {
        return status == 404 ? NOT_FOUND : REFUSED;
    }
}
