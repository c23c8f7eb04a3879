package io.zizhi.notification.outbound;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;

/**
 * A URL that requests may be sent to. Its path may be a secret, so it must not be logged.
 *
 * @param uri absolute, with scheme {@code https} or {@code http} and a host, without user and fragment
 */
public record TargetUrl(URI uri) {

    /** Maximum length in characters. */
    public static final int MAX = 500;

    private static final int MAX_PORT = 65_535;

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

    /** Returns scheme, host and port, which are the part that may be shown. */
    public String origin() {
        return uri.getScheme().toLowerCase(Locale.ROOT) + "://" + uri.getHost()
                + (uri.getPort() < 0 ? "" : ":" + uri.getPort());
    }

    /** Returns the host without the brackets of an IPv6 address. */
    String host() {
        String host = uri.getHost();
        return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    }

    int port() {
        if (uri.getPort() > 0) {
            return uri.getPort();
        }
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
