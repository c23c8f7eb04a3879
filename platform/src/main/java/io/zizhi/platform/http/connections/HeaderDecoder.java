package io.zizhi.platform.http.connections;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.AsciiString;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.impl.VertxHttpRequestDecoder;
import io.zizhi.platform.http.limits.PlatformLimits;
import java.util.List;

/**
 * The decoder of Vert.x for requests of HTTP/1, which also reports the progress of their headers. It removes {@code
 * Upgrade} from requests, so that no connection changes to HTTP/2 without TLS. The HTTP client of the JDK requests that
 * upgrade by default. If an answer above 64 KiB arrives together with the 101, the client loses bytes of it. JDK 25
 * reports "Frame type … exceeds MAX_FRAME_SIZE", although the server's bytes are valid.
 *
 * <p>A chunked body with trailers fails, and Vert.x then closes the connection. Nothing here reads trailers, and Netty
 * limits the bytes of trailers, but not their number.
 */
final class HeaderDecoder extends VertxHttpRequestDecoder {

    /** The longest first line of a request, in bytes: the default of Vert.x and Quarkus. */
    static final int LINE_BYTES = HttpServerOptions.DEFAULT_MAX_INITIAL_LINE_LENGTH;

    /** Bytes above the limit of {@code HttpLimits}, which answers with a problem; the decoder closes the connection. */
    private static final int MARGIN = 4_096;

    private static final byte LINE_END = '\n';

    private final HeaderWatch watch;
    private boolean inBody;

    HeaderDecoder(HeaderWatch watch, PlatformLimits limits) {
        super(new HttpServerOptions().setMaxHeaderSize(mostHeaderBytes(limits)));
        this.watch = watch;
    }

    static int mostHeaderBytes(PlatformLimits limits) {
        return limits.headerBytes() + MARGIN;
    }

    @Override
    protected void decode(ChannelHandlerContext context, ByteBuf received, List<Object> decoded) throws Exception {
        int start = received.readerIndex();
        int before = decoded.size();
        super.decode(context, received, decoded);
        for (int index = before; index < decoded.size(); index++) {
            record(decoded.get(index));
        }
        // An unfinished line waits in the buffer until its end arrives.
        int waiting = received.readableBytes();
        int consumed = received.readerIndex() - start;
        if (decoded.size() > before) {
            watch.end();
        } else if (inBody) {
            // Netty goes on at once with what is left, unless it waits for the end of a line.
            watch.receivedInBody(consumed == 0 ? waiting : 0);
        } else if (consumed + waiting > 0) {
            watch.received(consumed, waiting, lineEnds(received, start, consumed));
        }
    }

    /** Netty calls this for each header and each trailer. */
    @Override
    protected AsciiString splitHeaderName(byte[] line, int start, int length) {
        if (inBody) {
            throw new IllegalArgumentException("A chunked body must not have trailers");
        }
        return super.splitHeaderName(line, start, length);
    }

    private void record(Object message) {
        if (message instanceof HttpRequest request) {
            request.headers().remove(HttpHeaderNames.UPGRADE);
            inBody = true;
        }
        if (message instanceof LastHttpContent) {
            inBody = false;
        }
    }

    private static int lineEnds(ByteBuf buffer, int start, int length) {
        int count = 0;
        int end = start + length;
        int next = ByteBufUtil.indexOf(buffer, start, end, LINE_END);
        while (next >= 0) {
            count++;
            next = ByteBufUtil.indexOf(buffer, next + 1, end, LINE_END);
        }
        return count;
    }
}
