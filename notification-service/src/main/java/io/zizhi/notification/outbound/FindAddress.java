package io.zizhi.notification.outbound;

import io.smallrye.mutiny.Uni;
import io.zizhi.platform.runtime.blocking.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.InetAddress;
import java.net.UnknownHostException;

/**
 * Resolves a host, once per request. Rejects the host if any of its addresses is forbidden: a mix of allowed and
 * forbidden addresses suggests an attack.
 */
@ApplicationScoped
class FindAddress {

    private final AddressRules rules;
    private final Blocking blocking;

    FindAddress(AddressRules rules, Blocking blocking) {
        this.rules = rules;
        this.blocking = blocking;
    }

    /** Returns the address to connect to. */
    Uni<InetAddress> of(TargetUrl url) {
        return blocking.call(() -> check(url, InetAddress.getAllByName(url.host())))
                .onFailure(UnknownHostException.class)
                .transform(unknown -> RequestFailure.passing("HOST_UNKNOWN"));
    }

    private InetAddress check(TargetUrl url, InetAddress[] addresses) {
        for (InetAddress address : addresses) {
            if (!rules.allows(address) || !(url.isEncrypted() || rules.isOwn(address))) {
                throw RequestFailure.refused();
            }
        }
        return addresses[0];
    }
}
