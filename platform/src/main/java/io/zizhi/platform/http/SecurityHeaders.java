package io.zizhi.platform.http;

import io.quarkus.vertx.http.ManagementInterface;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.MultiMap;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Map;

/**
 * Adds security headers to every answer that does not set them itself. They forbid caching, guessing of the content
 * type, loading of other content and display in a frame. Strict-Transport-Security is added only with TLS, because
 * browsers ignore it elsewhere.
 *
 * <p>Vert.x answers requests that it cannot parse before any filter runs: without a body and without these headers.
 */
@ApplicationScoped
public class SecurityHeaders {

    /** Runs before the filters that reject requests ({@code HttpLimits}). */
    private static final int FIRST = 2000;

    private static final Map<String, String> HEADERS = Map.of(
            "Cache-Control", "no-store",
            "X-Content-Type-Options", "nosniff",
            "Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'",
            "Referrer-Policy", "no-referrer");

    /** Two years, the least that the preload lists of browsers accept. */
    private static final String TLS_ONLY = "max-age=63072000; includeSubDomains";

    void register(@Observes Filters filters) {
        filters.register(SecurityHeaders::addAtEnd, FIRST);
    }

    /** Adds the headers on the management port, whose requests pass no filter. There, lower order numbers run first. */
    void registerManagement(@Observes ManagementInterface management) {
        management.router().route().order(-FIRST).handler(SecurityHeaders::addAtEnd);
    }

    private static void addAtEnd(RoutingContext context) {
        context.addHeadersEndHandler(
                nothing -> add(context.response().headers(), context.request().isSSL()));
        context.next();
    }

    static void add(MultiMap headers, boolean tls) {
        HEADERS.forEach((name, value) -> addMissing(headers, name, value));
        if (tls) {
            addMissing(headers, "Strict-Transport-Security", TLS_ONLY);
        }
    }

    private static void addMissing(MultiMap headers, String name, String value) {
        if (!headers.contains(name)) {
            headers.set(name, value);
        }
    }
}
