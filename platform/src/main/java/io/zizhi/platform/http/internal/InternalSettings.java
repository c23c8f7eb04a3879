package io.zizhi.platform.http.internal;

import io.smallrye.config.ConfigMapping;
import java.util.Optional;
import java.util.OptionalInt;

/** Where a service listens for the others. */
@ConfigMapping(prefix = "zizhi.internal")
public interface InternalSettings {

    /** The port; 2000 above the public one where it is not set, and any free one for 0. */
    OptionalInt port();

    /** The address; the public one's where it is not set. */
    Optional<String> host();
}
