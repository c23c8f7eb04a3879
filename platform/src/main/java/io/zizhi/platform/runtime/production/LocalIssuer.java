package io.zizhi.platform.runtime.production;

import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Recognises the OIDC server of a local installation, whose users' passwords are their names. It listens only on the
 * loopback interface. Every host name that resolves to loopback counts, even if it also resolves to other addresses.
 */
final class LocalIssuer {

    private static final Pattern PORT = Pattern.compile(":\\d*$");

    private final Lookup lookup;

    LocalIssuer(Lookup lookup) {
        this.lookup = lookup;
    }

    /** Resolves the addresses of a name, and parses a numeric address in any form that the JDK supports. */
    interface Lookup {
        List<InetAddress> of(String host) throws UnknownHostException;
    }

    static LocalIssuer resolving() {
        return new LocalIssuer(host -> List.of(InetAddress.getAllByName(host)));
    }

    /** @param settings names of the settings, for the description */
    Optional<Weakness> find(String issuer, String settings) {
        Optional<String> host = host(issuer);
        if (host.isPresent() && !isLocal(host.get())) {
            return Optional.empty();
        }
        return Optional.of(new Weakness(
                Weakness.Kind.LOCAL_ISSUER,
                "The OIDC server " + issuer
                        + (host.isPresent() ? " runs on this machine." : " has no recognisable host.")
                        + " Set the address of your identity provider (" + settings + ")."));
    }

    /**
     * Parses the host without {@link URI#getHost()}, which supports neither {@code 127.1} nor names with an underscore.
     */
    private static Optional<String> host(String issuer) {
        try {
            return Optional.ofNullable(new URI(issuer).getRawAuthority())
                    .map(authority -> PORT.matcher(authority.substring(authority.indexOf('@') + 1))
                            .replaceAll(""))
                    .filter(host -> !host.isEmpty());
        } catch (URISyntaxException noAddress) {
            return Optional.empty();
        }
    }

    private boolean isLocal(String host) {
        String name = host.toLowerCase(Locale.ROOT).replaceAll("\\.+$", "");
        // RFC 6761, section 6.3: every name below localhost is the loopback interface, even without a resolver that
        // knows it.
        if (name.equals("localhost") || name.endsWith(".localhost")) {
            return true;
        }
        try {
            return lookup.of(name).stream().anyMatch(LocalIssuer::isLocal);
        } catch (UnknownHostException unknown) {
            // No server can be reached there now. The OIDC extension reports that itself.
            return false;
        }
    }

    private static boolean isLocal(InetAddress address) {
        return address.isLoopbackAddress() || address.isAnyLocalAddress();
    }
}
