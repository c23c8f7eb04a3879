package io.zizhi.document.storage;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.regex.Pattern;

/** Ids of documents: 128 random bits, so that ids cannot be guessed. */
public final class DocumentId {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Pattern SHAPE = Pattern.compile("[0-9a-f]{32}");

    private DocumentId() {}

    /** Returns a new id of 32 lower-case hexadecimal digits. */
    public static String random() {
        byte[] bits = new byte[16];
        RANDOM.nextBytes(bits);
        return HexFormat.of().formatHex(bits);
    }

    /** Returns whether {@code text} has the form of an id. */
    public static boolean isWellFormed(String text) {
        return SHAPE.matcher(text).matches();
    }
}
