package io.zizhi.document.intake;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import io.zizhi.document.limits.DocumentLimits;
import io.zizhi.platform.http.UnreadBody;
import io.zizhi.platform.ticker.Ticker;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;

/** Drops the rest of every body whose request was answered before the body was read, for example by authentication. */
@ApplicationScoped
class UnreadBodies {

    private static final long MOST_BYTES = 4L * Upload.MAX_BYTES;

    /** Runs before authentication, which may also answer. */
    private static final int PRIORITY = 1_000;

    private final Duration longest;
    private final Ticker ticker;

    UnreadBodies(DocumentLimits limits, Ticker ticker) {
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
