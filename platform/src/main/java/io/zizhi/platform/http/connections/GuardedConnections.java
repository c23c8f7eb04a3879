package io.zizhi.platform.http.connections;

import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelPipeline;
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
            replaceDecoder(pipeline, watch);
        }
    }

    private void replaceDecoder(ChannelPipeline pipeline, HeaderWatch watch) {
        pipeline.replace(DECODER, DECODER, new HeaderDecoder(watch, limits));
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
                replaceDecoder(pipeline, watch);
            } else if (pipeline.get(SslHandler.class) != null) {
                // HTTP/2: Vert.x bounds its headers and their number; quarkus.http.idle-timeout closes idle
                // connections.
                watch.end();
            } else {
                ReferenceCountUtil.release(bytes);
                ChannelFuture unused = context.close();
                return;
            }
            pipeline.remove(this);
            context.fireChannelRead(bytes);
        }
    }
}
