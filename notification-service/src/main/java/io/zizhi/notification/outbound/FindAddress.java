package io.zizhi.notification.outbound;

import io.netty.channel.EventLoopGroup;
import io.quarkus.netty.MainEventLoopGroup;
import io.smallrye.mutiny.Uni;
import io.zizhi.notification.limits.NotificationLimits;
import io.zizhi.platform.runtime.blocking.CallersContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.InetAddress;
import java.util.List;

/**
 * Resolves a host, once per request. Rejects the host if any of its addresses is forbidden: a mix of allowed and
 * forbidden addresses suggests an attack.
 */
@ApplicationScoped
class FindAddress {

    /** A look-up that blocks no thread. */
    @FunctionalInterface
    interface Lookup {

        /** Returns all addresses, at least one; fails if there is none. */
        Uni<List<InetAddress>> of(String host);
    }

    private final AllowedTargets targets;
    private final Lookup lookup;

    @Inject
    FindAddress(AllowedTargets targets, @MainEventLoopGroup EventLoopGroup threads, NotificationLimits limits) {
        this(targets, new DnsLookup(threads, limits.webhooks().connectTimeout()));
    }

    FindAddress(AllowedTargets targets, Lookup lookup) {
        this.targets = targets;
        this.lookup = lookup;
    }

    /** Returns the address to connect to. */
    Uni<InetAddress> of(TargetUrl url, TargetOwner owner) {
        AddressRules rules = targets.of(owner);
        return Uni.createFrom()
                .deferred(() -> CallersContext.resume(lookup.of(url.host())))
                .onFailure()
                .transform(unknown -> RequestFailure.passing("HOST_UNKNOWN"))
                .map(addresses -> check(url, addresses, rules));
    }

    private static InetAddress check(TargetUrl url, List<InetAddress> addresses, AddressRules rules) {
        for (InetAddress address : addresses) {
            if (!rules.allows(address) || !(url.isEncrypted() || rules.isOwn(address))) {
                throw RequestFailure.permanent("ADDRESS_REFUSED");
            }
        }
        return addresses.getFirst();
    }
}
