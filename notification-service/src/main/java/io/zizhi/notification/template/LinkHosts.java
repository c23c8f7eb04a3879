package io.zizhi.notification.template;

import java.text.Normalizer;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The hosts that texts may link to. A phone turns more than URLs into links, so every name with a dot counts as a host,
 * unless its last part cannot end one, as in {@code 1.5} or {@code e.g.}
 */
final class LinkHosts {

    /** Host, with user and port. */
    private static final Pattern AUTHORITY = Pattern.compile("://([^\\s/?#]*)");

    private static final String LABEL = "[\\p{L}\\p{M}\\p{N}_-]+";
    private static final Pattern NAME = Pattern.compile(LABEL + "(?:\\." + LABEL + ")+");

    /** A name that ends with a top-level domain, or an IPv4 address. */
    private static final Pattern HOST =
            Pattern.compile(".*\\.(?:\\p{L}[\\p{L}\\p{M}]+|xn--.+)|.*\\d\\.\\d+\\.\\d+\\.\\d+");

    private static final Pattern BRACES = Pattern.compile("[{}]");

    private final Set<String> allowed;

    /** @param allowed names in lower case */
    LinkHosts(Collection<String> allowed) {
        this.allowed = Set.copyOf(allowed);
    }

    /** Returns the first host in a text that is not allowed. The value of a variable may be part of one. */
    Optional<String> firstOther(String text) {
        String plain = Normalizer.normalize(BRACES.matcher(text).replaceAll(""), Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT);
        return Stream.concat(
                        AUTHORITY.matcher(plain).results().map(found -> found.group(1)),
                        NAME.matcher(plain)
                                .results()
                                .map(MatchResult::group)
                                .filter(name -> HOST.matcher(name).matches()))
                .filter(host -> !allowed.contains(host))
                .findFirst();
    }
}
