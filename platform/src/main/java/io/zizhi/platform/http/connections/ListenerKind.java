package io.zizhi.platform.http.connections;

import io.quarkus.runtime.LaunchMode;
import io.quarkus.vertx.http.runtime.VertxHttpConfig;
import io.quarkus.vertx.http.runtime.management.ManagementConfig;
import io.quarkus.vertx.http.runtime.options.HttpServerOptionsUtils;
import io.smallrye.config.SmallRyeConfig;
import io.zizhi.platform.http.limits.PlatformLimits;
import java.util.Locale;

/** The ports of a service. Each has its own places, so a flood of one port never takes the places of another. */
enum ListenerKind {
    PUBLIC,
    INTERNAL,
    MANAGEMENT;

    /** @param port as in the options of the server, so negative for any free port */
    static ListenerKind of(int port, SmallRyeConfig config) {
        LaunchMode mode = LaunchMode.current();
        VertxHttpConfig http = config.getConfigMapping(VertxHttpConfig.class);
        if (port == HttpServerOptionsUtils.RANDOM_PORT_MANAGEMENT
                || port == config.getConfigMapping(ManagementConfig.class).determinePort(mode)) {
            return MANAGEMENT;
        }
        boolean isPublic = port == HttpServerOptionsUtils.RANDOM_PORT_MAIN_HTTP
                || port == HttpServerOptionsUtils.RANDOM_PORT_MAIN_TLS
                || port == http.determinePort(mode)
                || port == http.determineSslPort(mode);
        return isPublic ? PUBLIC : INTERNAL;
    }

    int mostConnections(PlatformLimits limits) {
        return this == MANAGEMENT ? limits.managementConnections() : limits.connections();
    }

    /** Returns the places of one address: on the management port half, so that probes from elsewhere have the rest. */
    int mostConnectionsPerAddress(PlatformLimits limits) {
        return this == MANAGEMENT ? (limits.managementConnections() + 1) / 2 : limits.connectionsPerAddress();
    }

    String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
