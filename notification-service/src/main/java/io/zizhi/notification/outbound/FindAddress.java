package io.zizhi.notification.outbound;

import io.smallrye.mutiny.Uni;
import io.zizhi.platform.runtime.blocking.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.InetAddress;
import java.net.UnknownHostException;

/**
 * Resolves a host, once per request. Rejects the host if any of its addresses is forbidden: a mix of allowed and
 * forbidden addresses suggests an attack.
 */
@ApplicationScoped
class FindAddress {

    /** A look-up in DNS. */
    @FunctionalInterface
    interface Lookup {

        InetAddress[] of(String host) throws UnknownHostException;
    }

    private final AllowedTargets targets;
    private final Blocking blocking;
    private final Lookup lookup;

    @Inject
    FindAddress(AllowedTargets targets, Blocking blocking) {
        this(targets, blocking, InetAddress::getAllByName);
    }

    FindAddress(AllowedTargets targets, Blocking blocking, Lookup lookup) {
        this.targets = targets;
        this.blocking = blocking;
        this.lookup = lookup;
    }

    /** Returns the address to connect to. */
    Uni<InetAddress> of(TargetUrl url, TargetOwner owner) {
        AddressRules rules = targets.of(owner);
        return blocking.call(() -> check(url, lookup.of(url.host()), rules))
                .onFailure(UnknownHostException.class)
                .transform(unknown -> RequestFailure.passing("HOST_UNKNOWN"));
    }

    private static InetAddress check(TargetUrl url, InetAddress[] addresses, AddressRules rules) {
        for (InetAddress address : addresses) {
            if (!rules.allows(address) || !(url.isEncrypted() || rules.isOwn(address))) {
                throw RequestFailure.permanent("ADDRESS_REFUSED");
            }
        }
        return addresses[0];
    }
}
