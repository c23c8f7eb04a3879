package io.zizhi.platform.runtime.failpoint;

import io.smallrye.config.ConfigMapping;
import java.nio.file.Path;
import java.util.Optional;

/** Where fail-points are armed while a service runs. For fault tests only: production refuses it. */
@ConfigMapping(prefix = "zizhi.fail-points")
public interface FailPointFileConfig {

    /** A file in which to arm a fail-point; it need not exist. None by default. Forbidden in production. */
    Optional<Path> file();
}
