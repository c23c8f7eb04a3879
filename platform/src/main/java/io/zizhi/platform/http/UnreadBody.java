package io.zizhi.platform.http;

import io.vertx.core.Context;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import org.jboss.logging.Logger;

/**
 * The rest of a body whose request was answered before the body was read. Many clients read an answer only after they have
 * sent everything, and a closed connection would throw the answer away; so the rest is read and dropped, but only so much of
 * it and for so long.
 */
public final class UnreadBody {

    private static final Logger LOG = Logger.getLogger(UnreadBody.class);

    private final RoutingContext context;
    private final HttpServerRequest request;
    private long left;
    private Duration longest;

    private UnreadBody(RoutingContext context, long mostBytes, Duration longest) {
        this.context = context;
        this.request = context.request();
        this.left = mostBytes;
        this.longest = longest;
    }

    /**
     * Drops the rest once the request is answered. Call it on the event loop.
     *
     * @param mostBytes a longer rest is cut off with its connection
     * @param longest a rest that takes longer is cut off with its connection
     */
    public static UnreadBody dropOnceAnswered(RoutingContext context, long mostBytes, Duration longest) {
        UnreadBody rest = new UnreadBody(context, mostBytes, longest);
        // An answer may end on a worker thread; what has been sent meanwhile arrives on the event loop.
        Context eventLoop = context.vertx().getOrCreateContext();
        context.addEndHandler(answered -> eventLoop.runOnContext(now -> rest.drop()));
        return rest;
    }

    /** Changes how long the rest may take, as long as the request is not answered. */
    void dropFor(Duration changed) {
        longest = changed;
    }

    private void drop() {
        if (request.isEnded()) {
            return;
        }
        request.handler(this::count)
                .exceptionHandler(gone -> LOG.debugf("The sender went away: %s", gone))
                .resume();
        // Asked again: a request that is over but was paused at its end says so only now.
        if (!request.isEnded()) {
            context.vertx().setTimer(longest.toMillis(), ignored -> closeUnlessEnded());
        }
    }

    private void count(Buffer piece) {
        left -= piece.length();
        if (left < 0) {
            close();
        }
    }

    private void closeUnlessEnded() {
        if (!request.isEnded()) {
            close();
        }
    }

    private void close() {
        LOG.debug("A connection was closed: the body that nobody wants did not end");
        request.connection().close();
    }
}
