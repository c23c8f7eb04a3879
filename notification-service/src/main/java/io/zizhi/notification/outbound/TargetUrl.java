package io.zizhi.notification.outbound;

import io.netty.util.NetUtil;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A URL that requests may be sent to. Its path may be a secret, so it must not be logged.
 *
 * @param uri absolute, with scheme {@code https} or {@code http} and a host, without user and fragment
 */
public record TargetUrl(URI uri) {

    /** Maximum length in characters. */
    public static final int MAX = 500;

    private static final int MAX_PORT = 65_535;

    private static final Pattern ADDRESS = Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}|.*:.*");

    /** Parses a URL; empty if it cannot be the target of a request. */
    public static Optional<TargetUrl> parse(String text) {
        if (text.length() > MAX) {
            return Optional.empty();
        }
        try {
            URI uri = new URI(text);
            String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
            boolean good = (scheme.equals("https") || scheme.equals("http"))
                    && uri.getHost() != null
                    && uri.getRawUserInfo() == null
                    && uri.getRawFragment() == null
                    && uri.getPort() != 0
                    && uri.getPort() <= MAX_PORT
                    && text.chars().allMatch(character -> character > ' ' && character < 0x7F);
            return good ? Optional.of(new TargetUrl(uri)) : Optional.empty();
        } catch (URISyntaxException noUrl) {
            return Optional.empty();
        }
    }

    public boolean isEncrypted() {
        return "https".equalsIgnoreCase(uri.getScheme());
    }

    /**
     * Returns scheme, host and port, which are the part that may be shown. URLs of one server have one origin, however
     * they write its host and its port.
     */
    public String origin() {
        String scheme = isEncrypted() ? "https" : "http";
        return scheme + "://" + canonicalHost() + (port() == defaultPort() ? "" : ":" + port());
    }

    private String canonicalHost() {
        if (!hasAddress()) {
            return host().toLowerCase(Locale.ROOT).replaceFirst("\\.$", "");
        }
        try {
            String address = NetUtil.toAddressString(InetAddress.getByName(host()));
            return address.contains(":") ? "[" + address + "]" : address;
        } catch (UnknownHostException noAddress) {
            return uri.getHost();
        }
    }

    /** Returns the host without the brackets of an IPv6 address. */
    String host() {
        String host = uri.getHost();
        return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    }

    /** Returns whether the host is an address and not a name, so that it can be read without a look-up. */
    boolean hasAddress() {
        return ADDRESS.matcher(host()).matches();
    }

    int port() {
        return uri.getPort() > 0 ? uri.getPort() : defaultPort();
    }

    private int defaultPort() {
        return isEncrypted() ? 443 : 80;
    }

    String pathAndQuery() {
        String path = uri.getRawPath() == null || uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
        return uri.getRawQuery() == null ? path : path + "?" + uri.getRawQuery();
    }

    @Override
    public String toString() {
        return origin() + "/…";
    }
}
