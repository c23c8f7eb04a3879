package io.zizhi.document.intake;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;

/**
 * What to do with a body that was answered before it was read. Many clients read an answer only after they have sent
 * everything, and a closed connection would throw the answer away; so the rest is read and dropped, but only so much of
 * it and for so long.
 */
@ApplicationScoped
class UnreadBody {

    private static final long MOST_BYTES = 4L * Upload.MAX_BYTES;
    private static final Duration LONGEST = Duration.ofSeconds(10);

    /** Before authentication, which may answer too. */
    private static final int PRIORITY = 1_000;

    private final Vertx vertx;

    UnreadBody(Vertx vertx) {
        this.vertx = vertx;
    }

    void watch(@Observes Filters filters) {
        filters.register(this::dropRestWhenAnswered, PRIORITY);
    }

    private void dropRestWhenAnswered(RoutingContext context) {
        context.addEndHandler(ignored -> dropRest(context.request()));
        context.next();
    }

    private void dropRest(HttpServerRequest request) {
        if (request.isEnded()) {
            return;
        }
        long timer = vertx.setTimer(
                LONGEST.toMillis(), ignored -> request.connection().close());
        long[] left = {MOST_BYTES};
        request.handler(piece -> drop(request, piece, left))
                .endHandler(ignored -> vertx.cancelTimer(timer))
                .exceptionHandler(ignored -> vertx.cancelTimer(timer))
                .resume();
    }

    private static void drop(HttpServerRequest request, Buffer piece, long[] left) {
        left[0] -= piece.length();
        if (left[0] < 0) {
            request.connection().close();
        }
    }
}
