package io.zizhi.platform.runtime.blocking;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import io.zizhi.platform.http.address.ClientAddress;
import io.zizhi.platform.http.address.TrustedProxies;
import io.zizhi.platform.http.limits.PlatformLimits;
import io.zizhi.platform.http.problem.HttpLimits;
import io.zizhi.platform.http.problem.Problems;
import io.zizhi.platform.runtime.blocking.FairBudget.Share;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.Map;

/**
 * Bounds the memory of requests in progress, and shares it between client addresses. The least size of a request also
 * bounds their number, which connections alone do not: HTTP/2 has many requests on one connection, and all clients of a
 * proxy share its connections.
 */
@ApplicationScoped
class RequestMemory {

    /** After the port is known to serve the path, before all other limits. */
    private static final int PRIORITY = 1_050;

    /** The least size of a request, in bytes: its objects besides headers and body. */
    private static final int LEAST = 16_384;

    /** Bytes of an upload that are read before somebody reads it. */
    private static final int READ_AHEAD = 65_536;

    private static final int PART = 4;
    private static final Duration RETRY_AFTER = Duration.ofSeconds(1);

    private final FairBudget budget;
    private final PlatformLimits limits;
    private final TrustedProxies proxies;
    private final HttpLimits answers;

    RequestMemory(PlatformLimits limits, TrustedProxies proxies, HttpLimits answers) {
        this.budget = new FairBudget(limits.requestBytes(), limits.requestBytes() / PART, 0, Duration.ZERO);
        this.limits = limits;
        this.proxies = proxies;
        this.answers = answers;
    }

    void register(@Observes Filters filters) {
        filters.register(this::admit, PRIORITY);
    }

    void show(@Observes StartupEvent event, MeterRegistry metrics) {
        Gauge.builder("zizhi_http_request_bytes", budget, FairBudget::held)
                .description("Memory of requests in progress, as counted by zizhi.limits.request-bytes")
                .baseUnit("bytes")
                .register(metrics);
    }

    private void admit(RoutingContext context) {
        long bytes = bytes(context.request());
        Share share = budget.ask(ClientAddress.of(proxies.clientOf(context.request())), bytes);
        if (share.granted().isCancelled()) {
            boolean all = budget.held() + bytes > limits.requestBytes();
            HttpLimits.closeAfterAnswer(context.request());
            answers.answer(
                    context,
                    all
                            ? Problems.unavailable(
                                    "TOO_MANY_REQUESTS",
                                    "Too many requests of this kind are in progress. Retry later.",
                                    RETRY_AFTER)
                            : Problems.tooManyRequests(
                                    "TOO_MANY_REQUESTS",
                                    "Too many requests of this address are in progress. Retry later.",
                                    RETRY_AFTER));
        } else {
            context.addHeadersEndHandler(answered -> share.leave());
            // If the client closes the connection before the answer.
            context.addEndHandler(ended -> share.leave());
            context.next();
        }
    }

    private long bytes(HttpServerRequest request) {
        long bytes = 0;
        for (Map.Entry<String, String> header : request.headers()) {
            bytes += header.getKey().length() + header.getValue().length();
        }
        return Math.max(LEAST, bytes + Math.min(HttpLimits.declaredLength(request), mostOfBody(request)));
    }

    private int mostOfBody(HttpServerRequest request) {
        return HttpLimits.isJson(request) ? limits.jsonBytes() : READ_AHEAD;
    }
}
