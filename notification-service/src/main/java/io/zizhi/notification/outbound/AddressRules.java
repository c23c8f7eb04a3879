package io.zizhi.notification.outbound;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.List;
import java.util.stream.Stream;

/**
 * Which addresses may be reached: public ones, and those of networks that the operator allows. Not loopback, not private,
 * not link-local, where clouds keep the credentials of a machine, not shared space, where one of them does, and nothing
 * that leads to such an address by way of another.
 */
@ApplicationScoped
public class AddressRules {

    /** IANA's special-purpose registry. */
    private static final List<Network> NOT_PUBLIC = networks(
            "0.0.0.0/8",
            "10.0.0.0/8",
            "100.64.0.0/10",
            "127.0.0.0/8",
            "169.254.0.0/16",
            "172.16.0.0/12",
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

    /** Of IPv6 only this is handed out to anybody. */
    private static final Network GLOBAL_UNICAST = Network.parse("2000::/3");

    private final List<Network> allowed;

    /** Fails at start-up where the configuration names what is no network. */
    @Inject
    AddressRules(OutboundConfig config) {
        this(config.allowedNetworks().orElse(List.of()));
    }

    AddressRules(List<String> allowedNetworks) {
        this.allowed = allowedNetworks.stream().map(Network::parse).toList();
    }

    /** Whether a request may go there. */
    boolean allows(InetAddress address) {
        return isOwn(address) || isPublic(address);
    }

    /** Whether it lies in a network that the operator allows, where a request may go without TLS. */
    boolean isOwn(InetAddress address) {
        return allowed.stream().anyMatch(network -> network.contains(address));
    }

    /** Whether a URL may name a host without TLS at all. */
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
