package io.zizhi.platform.http.internal;

import io.smallrye.config.ConfigMapping;
import java.util.Optional;
import java.util.OptionalInt;

/** The address and port of a service's internal listener. */
@ConfigMapping(prefix = "zizhi.internal")
public interface InternalSettings {

    /** The port. Default: the public port plus 2000. With 0, any free port. */
    OptionalInt port();

    /** The host address. Default: the public listener's. */
    Optional<String> host();
}
