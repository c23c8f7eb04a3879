package io.zizhi.platform.http.connections;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.ChannelHandler;
import io.smallrye.config.SmallRyeConfig;
import io.vertx.core.impl.transports.JDKTransport;
import io.vertx.core.net.NetServerOptions;
import io.zizhi.platform.http.address.ProxyConfig;
import io.zizhi.platform.http.address.TrustedProxies;
import io.zizhi.platform.http.limits.PlatformLimits;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.eclipse.microprofile.config.ConfigProvider;

/** The transport of Vert.x with {@link GuardedConnections} at every server. */
final class GuardedTransport extends JDKTransport {

    private final List<Listener> listeners = new CopyOnWriteArrayList<>();

    /** Vert.x calls this for each port, after it has set its own handler for accepted connections. */
    @Override
    public void configure(NetServerOptions options, boolean domainSocket, ServerBootstrap bootstrap) {
        super.configure(options, domainSocket, bootstrap);
        SmallRyeConfig config = ConfigProvider.getConfig().unwrap(SmallRyeConfig.class);
        PlatformLimits limits = config.getConfigMapping(PlatformLimits.class);
        Listener listener = new Listener(
                ListenerKind.of(options.getPort(), config),
                limits,
                new TrustedProxies(config.getConfigMapping(ProxyConfig.class)));
        listeners.add(listener);
        ChannelHandler server = bootstrap.config().childHandler();
        bootstrap.childHandler(new GuardedConnections(listener, limits, server));
    }

    List<Listener> listeners(ListenerKind kind) {
        return listeners.stream().filter(each -> each.kind() == kind).toList();
    }
}
