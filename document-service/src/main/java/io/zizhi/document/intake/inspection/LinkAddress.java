package io.zizhi.document.intake.inspection;

import java.util.regex.Pattern;

/**
 * Addresses of links that a document may have. Other schemes start programs, read files of the reader or send a
 * reader's password to a share ({@code file}, {@code ms-msdt}, {@code javascript}, {@code \\host\share}).
 */
public final class LinkAddress {

    private static final Pattern ALLOWED = Pattern.compile("(?i)\\s*(https?|mailto):");

    private LinkAddress() {}

    /** Returns whether the address is a web page, a mail address, or a place in the same document. */
    public static boolean isAllowed(String address) {
        return address.isEmpty()
                || address.startsWith("#")
                || ALLOWED.matcher(address).lookingAt();
    }
}
