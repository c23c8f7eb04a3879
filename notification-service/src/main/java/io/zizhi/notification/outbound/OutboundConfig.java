package io.zizhi.notification.outbound;

import io.smallrye.config.ConfigMapping;
import java.util.List;
import java.util.Optional;

/** Allowed targets of webhooks. */
@ConfigMapping(prefix = "zizhi.outbound")
public interface OutboundConfig {

    /**
     * Non-public networks of the operator to which webhooks of staff may be sent, for example {@code 10.20.0.0/16}.
     * Only webhooks to these networks may use http.
     */
    Optional<List<String>> allowedNetworks();

    /**
     * Non-public networks to which webhooks of accounts may be sent, for example of customers inside the operator's own
     * network. Every account can post to them and read the answers, so none is allowed by default.
     */
    Optional<List<String>> accountNetworks();
}
