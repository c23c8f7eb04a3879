package io.zizhi.platform.runtime.production;

import io.smallrye.config.ConfigMapping;
import java.util.List;
import java.util.Optional;

/** Exceptions from the rules of production. */
@ConfigMapping(prefix = "zizhi.security")
public interface SecurityConfig {

    /**
     * What production accepts although it is unsafe, separated by commas: {@code plain-kafka}, {@code
     * plain-postgresql}, {@code plain-s3}, {@code plain-scanner}, {@code plain-recognition}, {@code plain-sms},
     * {@code plain-vault}, {@code plain-issuer}, {@code local-issuer}. Use it where a mesh or a tunnel encrypts instead. None by default. Each
     * exception in use is logged at every start.
     */
    Optional<List<String>> allowInProduction();
}
