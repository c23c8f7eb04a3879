package io.zizhi.document.viewing.watermark;

import java.security.SecureRandom;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * The number that a watermark carries: one for all pages of a document that a person sees within an hour, so that no
 * average of copies removes it. It is random and not counted up, so that a restored database never gives a number a
 * second time.
 *
 * @param value 48 bits
 */
public record Mark(long value) {

    private static final int BITS = 48;
    private static final int CHECK_BITS = 16;

    /** Polynomial of CRC-16/CCITT. */
    private static final int POLYNOMIAL = 0x1021;

    private static final RandomGenerator RANDOM = new SecureRandom();

    public Mark {
        if (value >>> BITS != 0) {
            throw new IllegalArgumentException("A mark has 48 bits");
        }
    }

    public static Mark random() {
        return new Mark(RANDOM.nextLong() >>> (Long.SIZE - BITS));
    }

    /** Parses 12 hexadecimal digits in lower case; empty if the text has another form. */
    public static Optional<Mark> parse(String text) {
        return text.matches("[0-9a-f]{12}") ? Optional.of(new Mark(Long.parseLong(text, 16))) : Optional.empty();
    }

    /** Returns the mark of a code word; empty if its check sum is wrong. */
    static Optional<Mark> decoded(long codeWord) {
        Mark mark = new Mark(codeWord >>> CHECK_BITS);
        return mark.codeWord() == codeWord ? Optional.of(mark) : Optional.empty();
    }

    /** Returns the 48 bits, followed by a check sum of 16 bits. */
    long codeWord() {
        int check = 0xFFFF;
        for (int bit = BITS - 1; bit >= 0; bit--) {
            int next = (int) ((value >>> bit) & 1) ^ (check >>> (CHECK_BITS - 1));
            check = ((check << 1) & 0xFFFF) ^ (next * POLYNOMIAL);
        }
        return (value << CHECK_BITS) | check;
    }

    /** Returns 12 hexadecimal digits. */
    @Override
    public String toString() {
        return "%012x".formatted(value);
    }
}
