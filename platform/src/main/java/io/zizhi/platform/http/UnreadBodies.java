package io.zizhi.platform.http;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import io.zizhi.platform.http.limits.PlatformLimits;
import io.zizhi.platform.ticker.Ticker;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;

/** Drops the rest of every body whose request was answered before the body was read, for example by authentication. */
@ApplicationScoped
class UnreadBodies {

    private static final long MOST_BYTES = 20L * 1024 * 1024;

    /** Runs before all filters that may answer. */
    private static final int PRIORITY = 1_150;

    private final Duration longest;
    private final Ticker ticker;

    UnreadBodies(PlatformLimits limits, Ticker ticker) {
        this.ticker = ticker;
        this.longest = limits.unreadDeadline();
    }

    void watch(@Observes Filters filters) {
        filters.register(this::dropRest, PRIORITY);
    }

    private void dropRest(RoutingContext context) {
        UnreadBody.dropOnceAnswered(context, MOST_BYTES, longest, ticker);
        context.next();
    }
}
