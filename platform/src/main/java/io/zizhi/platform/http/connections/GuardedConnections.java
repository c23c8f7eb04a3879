package io.zizhi.platform.http.connections;

import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelPipeline;
import io.netty.handler.codec.http2.Http2ConnectionAdapter;
import io.netty.handler.codec.http2.Http2ConnectionHandler;
import io.netty.handler.codec.http2.Http2Stream;
import io.netty.handler.ssl.SslHandler;
import io.netty.util.ReferenceCountUtil;
import io.zizhi.platform.http.connections.Listener.Share;
import io.zizhi.platform.http.limits.PlatformLimits;
import java.net.InetSocketAddress;
import java.util.Optional;

/** Accepts the connections of a port within its limits. */
@ChannelHandler.Sharable
final class GuardedConnections extends ChannelInitializer<Channel> {

    /** The name that Vert.x gives to its decoder of HTTP/1 in the pipeline of a connection. */
    static final String DECODER = "httpDecoder";

    private final Listener listener;
    private final PlatformLimits limits;
    private final ChannelHandler server;

    /** @param server what Vert.x does with an accepted connection */
    GuardedConnections(Listener listener, PlatformLimits limits, ChannelHandler server) {
        this.listener = listener;
        this.limits = limits;
        this.server = server;
    }

    @Override
    protected void initChannel(Channel channel) {
        // The address is null if the peer has already closed the connection.
        Optional<Share> share = channel.remoteAddress() instanceof InetSocketAddress peer
                ? listener.admit(peer.getAddress())
                : Optional.empty();
        share.ifPresentOrElse(place -> guard(channel, place), () -> {
            ChannelFuture unused = channel.close();
        });
    }

    private void guard(Channel channel, Share share) {
        HeaderWatch watch = new HeaderWatch(channel, listener, share, limits);
        channel.closeFuture().addListener(closed -> {
            watch.end();
            listener.leave(share);
        });
        watch.begin();
        ChannelPipeline pipeline = channel.pipeline().addLast(server);
        if (pipeline.get(DECODER) == null) {
            pipeline.addLast(new FirstBytes(watch));
        } else {
            pipeline.addBefore(DECODER, null, new FirstBytes(watch));
        }
    }

    /**
     * Replaces the decoder of Vert.x before the first bytes reach it. Vert.x adds its decoder only after the TLS
     * handshake, and without TLS only when the first bytes have shown the version of HTTP.
     */
    private final class FirstBytes extends ChannelInboundHandlerAdapter {

        private final HeaderWatch watch;

        FirstBytes(HeaderWatch watch) {
            this.watch = watch;
        }

        @Override
        public void channelRead(ChannelHandlerContext context, Object bytes) {
            ChannelPipeline pipeline = context.pipeline();
            if (pipeline.get(DECODER) != null) {
                pipeline.replace(DECODER, DECODER, new HeaderDecoder(watch, limits));
            } else if (pipeline.get(SslHandler.class) != null) {
                // HTTP/2: Vert.x bounds the headers and the number of requests; quarkus.http.idle-timeout closes idle
                // connections.
                pipeline.get(Http2ConnectionHandler.class).connection().addListener(new FirstRequest(watch));
            } else {
                ReferenceCountUtil.release(bytes);
                ChannelFuture unused = context.close();
                return;
            }
            pipeline.remove(this);
            context.fireChannelRead(bytes);
        }
    }

    /** Ends the deadline when the headers of the first request are complete. */
    private static final class FirstRequest extends Http2ConnectionAdapter {

        private final HeaderWatch watch;

        FirstRequest(HeaderWatch watch) {
            this.watch = watch;
        }

        @Override
        public void onStreamActive(Http2Stream stream) {
            watch.end();
        }
    }
}
