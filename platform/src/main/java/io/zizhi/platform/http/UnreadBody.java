package io.zizhi.platform.http;

import io.vertx.core.Context;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.RoutingContext;
import io.zizhi.platform.ticker.Ticker;
import java.time.Duration;
import org.jboss.logging.Logger;

/**
 * The rest of a body whose request was answered before the body was read. Many clients read an answer only after they
 * have sent everything. A closed connection would lose the answer, so the rest is read and dropped, within limits of
 * size and time.
 */
final class UnreadBody {

    private static final Logger LOG = Logger.getLogger(UnreadBody.class);
    private static final String KEY = UnreadBody.class.getName();

    private final HttpServerRequest request;
    private final Ticker ticker;
    private long left;
    private Duration longest;

    private UnreadBody(HttpServerRequest request, long mostBytes, Duration longest, Ticker ticker) {
        this.request = request;
        this.left = mostBytes;
        this.longest = longest;
        this.ticker = ticker;
    }

    /**
     * Drops the rest once the request is answered. Call it on the event loop.
     *
     * @param mostBytes a longer rest ends with a closed connection, with HTTP/2 with a closed stream
     * @param longest the same for a rest that takes longer
     * @param ticker measures it
     */
    static void dropOnceAnswered(RoutingContext context, long mostBytes, Duration longest, Ticker ticker) {
        UnreadBody rest = new UnreadBody(context.request(), mostBytes, longest, ticker);
        context.put(KEY, rest);
        // An answer may end on a worker thread; the rest of the body arrives on the event loop.
        Context eventLoop = context.vertx().getOrCreateContext();
        context.addEndHandler(answered -> eventLoop.runOnContext(now -> rest.drop()));
    }

    /** Returns the rest of the body of this request. */
    static UnreadBody of(RoutingContext context) {
        return context.get(KEY);
    }

    /** Changes how long to wait for the unread rest of the body. Has no effect once the request is answered. */
    void dropFor(Duration changed) {
        longest = changed;
    }

    /**
     * Ends the wait with the body. A request that was paused at its end reports the end only after {@code resume}, so each
     * answered request would otherwise stay in memory until the wait is over.
     */
    private void drop() {
        if (request.isEnded()) {
            return;
        }
        Runnable end = ticker.after(longest, this::close);
        // The end handler also replaces that of the resource that was waiting for the body: it must not run.
        request.endHandler(received -> end.run())
                .handler(this::count)
                .exceptionHandler(gone -> {
                    end.run();
                    LOG.debugf("The sender closed the connection: %s", gone);
                })
                .resume();
    }

    private void count(Buffer piece) {
        left -= piece.length();
        if (left < 0) {
            close();
        }
    }

    private void close() {
        LOG.debug("Closed a connection or a stream: the rest of the body took too long or was too large");
        if (request.version() == HttpVersion.HTTP_2) {
            // Other requests share the connection.
            request.response().reset();
        } else {
            request.connection().close();
        }
    }
}
