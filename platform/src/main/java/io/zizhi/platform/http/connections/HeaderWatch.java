package io.zizhi.platform.http.connections;

import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.util.concurrent.ScheduledFuture;
import io.zizhi.platform.http.connections.Listener.Cause;
import io.zizhi.platform.http.connections.Listener.Share;
import io.zizhi.platform.http.limits.PlatformLimits;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The headers that a connection is sending. Closes the connection if they are not complete in time or take too much
 * memory. The time of the first request begins with the connection, so it includes the TLS handshake; the time of each
 * later one begins with its first byte. Runs on the event loop of the connection.
 */
final class HeaderWatch {

    /** What a header costs in memory besides its bytes, counted as bytes. */
    private static final int LINE_COST = 256;

    private final Channel channel;
    private final Listener listener;
    private final Share share;
    private final int mostLines;
    private final long mostBytes;
    private final Duration longest;
    private @Nullable ScheduledFuture<?> deadline;
    private long bytes;
    private long complete;
    private int lines;

    HeaderWatch(Channel channel, Listener listener, Share share, PlatformLimits limits) {
        this.channel = channel;
        this.listener = listener;
        this.share = share;
        this.mostLines = limits.headerLines() + 1;
        this.mostBytes =
                (long) HeaderDecoder.mostHeaderBytes(limits) + HeaderDecoder.LINE_BYTES + (long) mostLines * LINE_COST;
        this.longest = limits.headerDeadline();
    }

    /** Starts the time for the headers unless it runs already. */
    void begin() {
        if (deadline == null) {
            deadline = channel.eventLoop().schedule(() -> close(Cause.SLOW), longest.toNanos(), TimeUnit.NANOSECONDS);
        }
    }

    /**
     * Records a further part of headers that are not complete yet.
     *
     * @param consumed bytes of further complete lines
     * @param waiting bytes of the unfinished line
     * @param moreLines number of further complete lines
     */
    void received(int consumed, int waiting, int moreLines) {
        if (!channel.isOpen()) {
            // Netty decodes the rest of a closed connection.
            return;
        }
        begin();
        complete += consumed + (long) moreLines * LINE_COST;
        lines += moreLines;
        hold(complete + waiting);
    }

    /**
     * Records the unfinished line between the chunks of a body. Sets no deadline: the body has its own, and the connection
     * may be paused.
     */
    void receivedInBody(int waiting) {
        if (channel.isOpen()) {
            hold(waiting);
        }
    }

    private void hold(long held) {
        boolean fits = listener.hold(share, held - bytes);
        bytes = held;
        if (!fits || bytes > mostBytes || lines > mostLines) {
            close(Cause.LARGE);
        }
    }

    /** Ends the deadline and releases the memory: the headers are complete, or the connection is closed. */
    void end() {
        if (deadline != null) {
            deadline.cancel(false);
            deadline = null;
        }
        listener.release(share, bytes);
        bytes = 0;
        complete = 0;
        lines = 0;
    }

    private void close(Cause cause) {
        if (channel.isOpen()) {
            listener.count(cause);
            ChannelFuture unused = channel.close();
        }
    }
}
