package io.zizhi.notification.outbound;

import io.zizhi.platform.http.address.Network;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.List;
import java.util.stream.Stream;

/**
 * Decides which addresses may be reached: public addresses, and the networks that the operator allows. Loopback,
 * private, link-local and shared addresses are forbidden, because clouds serve machine credentials at some of them.
 * Addresses that tunnel or translate to such an address are forbidden as well.
 */
final class AddressRules {

    /**
     * Addresses that are not public, from IANA's special-purpose address registries. Three look public but are services
     * inside a cloud: 168.63.129.16 of Azure, and the resolvers 183.60.82.98 and 183.60.83.19 of Tencent Cloud.
     */
    private static final List<Network> NOT_PUBLIC = networks(
            "0.0.0.0/8",
            "10.0.0.0/8",
            "100.64.0.0/10",
            "127.0.0.0/8",
            "168.63.129.16/32",
            "169.254.0.0/16",
            "172.16.0.0/12",
            "183.60.82.98/32",
            "183.60.83.19/32",
            "192.0.0.0/24",
            "192.0.2.0/24",
            "192.88.99.0/24",
            "192.168.0.0/16",
            "198.18.0.0/15",
            "198.51.100.0/24",
            "203.0.113.0/24",
            "224.0.0.0/4",
            "240.0.0.0/4",
            "2001::/23",
            "2001:db8::/32",
            "2002::/16",
            "3fff::/20");

    /** The only part of IPv6 that is allocated for public use. */
    private static final Network GLOBAL_UNICAST = Network.parse("2000::/3");

    private final List<Network> allowed;

    /** Fails if a network is invalid. */
    AddressRules(List<String> allowedNetworks) {
        this.allowed = allowedNetworks.stream().map(Network::parse).toList();
    }

    /** Returns whether a request may be sent to the address. */
    boolean allows(InetAddress address) {
        return isOwn(address) || isPublic(address);
    }

    /** Returns whether the operator allows the address's network; requests to it may go without TLS. */
    boolean isOwn(InetAddress address) {
        return allowed.stream().anyMatch(network -> network.contains(address));
    }

    /** Returns whether the operator allows any network. If so, a URL may use http. */
    boolean hasOwnNetworks() {
        return !allowed.isEmpty();
    }

    private static boolean isPublic(InetAddress address) {
        boolean handedOut = address instanceof Inet4Address || GLOBAL_UNICAST.contains(address);
        return handedOut && NOT_PUBLIC.stream().noneMatch(network -> network.contains(address));
    }

    private static List<Network> networks(String... texts) {
        return Stream.of(texts).map(Network::parse).toList();
    }
}
