package io.zizhi.notification.outbound;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Where webhooks may lead and how long they may take. */
@ConfigMapping(prefix = "zizhi.outbound")
public interface OutboundConfig {

    /**
     * Networks of the operator's own that webhooks may lead to although they are not public, for example
     * {@code 10.20.0.0/16}; only there may they go without TLS.
     */
    Optional<List<String>> allowedNetworks();

    /** How long a connection may take. */
    @WithDefault("PT3S")
    Duration connectTimeout();

    /** How long all of it may take: look-up, connection, request and answer. */
    @WithDefault("PT10S")
    Duration timeout();
}
