package io.zizhi.platform.runtime.failpoint;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithParentName;
import java.util.Optional;

/** Arms a fail-point at start. For fault tests only: production refuses it. */
@ConfigMapping(prefix = "zizhi.fail-point")
public interface FailPointConfig {

    /**
     * A point and the pass at which it strikes, for example {@code outbox.after-ack:3}; see {@link FailPoint}. None by
     * default. Forbidden in production.
     */
    @WithParentName
    Optional<String> point();
}
