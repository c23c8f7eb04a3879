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
    private Runnable stop = () -> {};
    private boolean closed;

    private UnreadBody(HttpServerRequest request, long mostBytes, Duration longest, Ticker ticker) {
        this.request = request;
        this.left = mostBytes;
        this.longest = longest;
        this.ticker = ticker;
    }

    /**
     * Drops the rest once the request is answered. Call it on the event loop.
     *
     * @param mostBytes maximum bytes to drop; a longer rest closes the connection, or the stream on HTTP/2
     * @param longest maximum time to drop the rest; a slower rest closes the same
     * @param ticker measures the time
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
     * Drops the rest, and stops the timer when the body ends. A paused request reports its end only after {@code resume}.
     * Without this, each answered request stays in memory until the timer ends.
     */
    private void drop() {
        if (request.isEnded()) {
            return;
        }
        stop = ticker.after(longest, this::close);
        // Also replaces the handlers of the resource, so that the resource does not run.
        request.endHandler(received -> stop.run())
                .handler(this::count)
                .exceptionHandler(gone -> {
                    stop.run();
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

    /** Closes once: the body may have ended at the deadline, and pieces may still arrive after the reset of a stream. */
    private void close() {
        stop.run();
        if (closed || request.isEnded()) {
            return;
        }
        closed = true;
        LOG.debug("Closed a connection or a stream: the rest of the body took too long or was too large");
        if (request.version() == HttpVersion.HTTP_2) {
            // Other requests share the connection.
            request.response().reset();
        } else {
            request.connection().close();
        }
    }
}
