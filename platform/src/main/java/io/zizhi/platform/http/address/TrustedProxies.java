package io.zizhi.platform.http.address;

import io.quarkus.runtime.StartupEvent;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/**
 * Finds the client address of a request. Only proxies named by the operator are trusted. Each proxy appends the address
 * of its peer to {@code X-Forwarded-For}, so the client is the last address that is not a trusted proxy. Earlier
 * addresses may be forged by the client. {@code quarkus.http.proxy} takes the first address instead, which the client
 * can forge.
 */
@ApplicationScoped
public class TrustedProxies {

    private static final Logger LOG = Logger.getLogger(TrustedProxies.class);
    private static final String HEADER = "X-Forwarded-For";

    private static final String BYTE = "(?:25[0-5]|2[0-4][0-9]|1?[0-9]?[0-9])";
    private static final String PORT = "(?::[0-9]{1,5})?";

    /**
     * IPv4 or bracketed IPv6, each with or without a port, or plain IPv6. A host name does not match, because it would
     * be looked up in DNS.
     */
    private static final Pattern ENTRY = Pattern.compile("(" + BYTE + "(?:\\." + BYTE + "){3})" + PORT
            + "|\\[([0-9a-fA-F:.]*:[0-9a-fA-F:.]*)]" + PORT + "|([0-9a-fA-F:.]*:[0-9a-fA-F:.]*)");

    private final List<Network> networks;
    private final AtomicBoolean warned = new AtomicBoolean();

    /** Fails at start-up if the setting contains an invalid address or network. */
    @Inject
    public TrustedProxies(ProxyConfig config) {
        this(config.trustedProxies().orElse(List.of()));
    }

    public TrustedProxies(List<String> networks) {
        this.networks = networks.stream().map(TrustedProxies::network).toList();
    }

    void check(@Observes StartupEvent event) {
        LOG.infof("Trusted proxies: %d networks (zizhi.http.trusted-proxies)", networks.size());
    }

    /** Returns the client address as text. */
    public String clientOf(HttpServerRequest request) {
        List<String> forwardedFor = request.headers().getAll(HEADER);
        warnIfIgnored(forwardedFor);
        return clientOf(request.remoteAddress().hostAddress(), forwardedFor);
    }

    /** Warns once: behind a proxy that is not listed, all clients share the limits of one address. */
    private void warnIfIgnored(List<String> forwardedFor) {
        if (networks.isEmpty() && !forwardedFor.isEmpty() && !warned.getAndSet(true)) {
            LOG.warn("A request has " + HEADER + ", but zizhi.http.trusted-proxies is empty: behind a proxy all clients"
                    + " share the limits of one address. List the proxy if it is yours.");
        }
    }

    /**
     * @param peer address of the connection
     * @param forwardedFor values of the header, in order
     */
    String clientOf(String peer, List<String> forwardedFor) {
        List<String> entries =
                forwardedFor.stream().flatMap(TrustedProxies::entries).toList();
        String client = peer;
        for (String entry : entries.reversed()) {
            Optional<String> before = isTrusted(client) ? address(entry) : Optional.empty();
            if (before.isEmpty()) {
                return client;
            }
            client = before.get();
        }
        return client;
    }

    private boolean isTrusted(String literal) {
        try {
            return isTrusted(InetAddress.getByName(literal));
        } catch (UnknownHostException noAddress) {
            return false;
        }
    }

    public boolean isTrusted(InetAddress peer) {
        return networks.stream().anyMatch(network -> network.contains(peer));
    }

    private static Stream<String> entries(String value) {
        return Arrays.stream(value.split(",", -1)).map(String::strip);
    }

    private static Optional<String> address(String entry) {
        Matcher matcher = ENTRY.matcher(entry);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        return Stream.of(1, 2, 3)
                .map(matcher::group)
                .flatMap(Stream::ofNullable)
                .findFirst();
    }

    private static Network network(String text) {
        String network = text.strip();
        if (network.contains("/")) {
            return Network.parse(network);
        }
        return Network.parse(network + (network.contains(":") ? "/128" : "/32"));
    }
}
