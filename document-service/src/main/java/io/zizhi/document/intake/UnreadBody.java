package io.zizhi.document.intake;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import io.zizhi.document.limits.DocumentLimits;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import org.jboss.logging.Logger;

/**
 * What to do with a body that was answered before it was read. Many clients read an answer only after they have sent
 * everything, and a closed connection would throw the answer away; so the rest is read and dropped, but only so much of
 * it and for so long.
 */
@ApplicationScoped
class UnreadBody {

    private static final Logger LOG = Logger.getLogger(UnreadBody.class);

    private static final long MOST_BYTES = 4L * Upload.MAX_BYTES;

    /** Before authentication, which may answer too. */
    private static final int PRIORITY = 1_000;

    private final Vertx vertx;
    private final Duration longest;

    UnreadBody(Vertx vertx, DocumentLimits limits) {
        this.vertx = vertx;
        this.longest = limits.unreadDeadline();
    }

    void watch(@Observes Filters filters) {
        filters.register(this::dropRestWhenAnswered, PRIORITY);
    }

    private void dropRestWhenAnswered(RoutingContext context) {
        // An answer may end on a worker thread; what has been sent meanwhile arrives on the event loop.
        Context eventLoop = vertx.getOrCreateContext();
        context.addEndHandler(ignored -> eventLoop.runOnContext(now -> dropRest(context.request())));
        context.next();
    }

    private void dropRest(HttpServerRequest request) {
        if (request.isEnded()) {
            return;
        }
        HttpConnection connection = request.connection();
        long[] left = {MOST_BYTES};
        request.handler(piece -> drop(connection, piece, left))
                .exceptionHandler(gone -> LOG.debugf("The sender went away: %s", gone))
                .resume();
        // Asked again: a request that is over but was paused at its end says so only now.
        if (!request.isEnded()) {
            vertx.setTimer(longest.toMillis(), ignored -> closeUnlessEnded(request, connection));
        }
    }

    private static void closeUnlessEnded(HttpServerRequest request, HttpConnection connection) {
        if (!request.isEnded()) {
            close(connection);
        }
    }

    private static void drop(HttpConnection connection, Buffer piece, long[] left) {
        left[0] -= piece.length();
        if (left[0] < 0) {
            close(connection);
        }
    }

    private static void close(HttpConnection connection) {
        LOG.debug("A connection was closed: the body that nobody wants did not end");
        connection.close();
    }
}
