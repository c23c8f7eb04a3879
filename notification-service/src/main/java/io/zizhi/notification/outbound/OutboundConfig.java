package io.zizhi.notification.outbound;

import io.smallrye.config.ConfigMapping;
import java.util.List;
import java.util.Optional;

/** Allowed targets of webhooks. */
@ConfigMapping(prefix = "zizhi.outbound")
public interface OutboundConfig {

    /**
     * Non-public networks of the operator to which webhooks may be sent, for example {@code 10.20.0.0/16}. Only
     * webhooks to these networks may use http.
     */
    Optional<List<String>> allowedNetworks();
}
