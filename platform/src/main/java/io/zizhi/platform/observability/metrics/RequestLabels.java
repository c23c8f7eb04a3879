package io.zizhi.platform.observability.metrics;

import io.micrometer.core.instrument.Tags;
import io.quarkus.micrometer.runtime.HttpServerMetricsTagsContributor;
import io.zizhi.platform.http.problem.RequestMethod;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/**
 * Replaces the labels of {@code http_server_requests_seconds} that a caller could choose. Quarkus takes the method as it
 * came, and the whole address of a request that is refused before it reaches a route.
 */
@Singleton
class RequestLabels implements HttpServerMetricsTagsContributor {

    /** The address of a request that no route serves. */
    static final String NOT_FOUND = "NOT_FOUND";

    /** The address of a request that was answered before its route was known. */
    static final String REFUSED = "REFUSED";

    /** Under this name Quarkus REST keeps the template of the route, such as <code>/v1/tallies/{id}</code>. */
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
