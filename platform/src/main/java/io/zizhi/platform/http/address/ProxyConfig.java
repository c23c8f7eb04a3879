package io.zizhi.platform.http.address;

import io.smallrye.config.ConfigMapping;
import java.util.List;
import java.util.Optional;

/** The proxies in front of this service. */
@ConfigMapping(prefix = "zizhi.http")
public interface ProxyConfig {

    /**
     * Addresses and networks of the proxies, separated by commas, for example {@code 10.20.0.0/16,fd12:3456::7}. List
     * proxies only, because a listed peer can claim any client address. None by default.
     */
    Optional<List<String>> trustedProxies();
}
