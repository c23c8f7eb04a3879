package io.zizhi.notification.outbound;

import io.smallrye.config.ConfigMapping;
import java.util.List;
import java.util.Optional;

/** Where webhooks may lead. */
@ConfigMapping(prefix = "zizhi.outbound")
public interface OutboundConfig {

    /**
     * Networks of the operator's own that webhooks may lead to although they are not public, for example
     * {@code 10.20.0.0/16}; only there may they go without TLS.
     */
    Optional<List<String>> allowedNetworks();
}
