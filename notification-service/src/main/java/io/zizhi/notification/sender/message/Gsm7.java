package io.zizhi.notification.sender.message;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The default alphabet of GSM 03.38 with its extension table, one character an octet, as SMSCs expect it. They pack it
 * into seven bits themselves.
 */
public final class Gsm7 {

    private static final byte ESCAPE = 0x1B;

    /** The characters 0 to 127. The place of the escape character holds a character that no text may use. */
    private static final String BASIC = "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞ\uFFFFÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
            + "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";

    private static final Map<Character, Byte> OCTETS = IntStream.range(0, BASIC.length())
            .filter(octet -> octet != ESCAPE)
            .boxed()
            .collect(Collectors.toUnmodifiableMap(BASIC::charAt, Integer::byteValue));

    private static final Map<Character, Byte> EXTENSION = Map.of(
            '\f', (byte) 0x0A,
            '^', (byte) 0x14,
            '{', (byte) 0x28,
            '}', (byte) 0x29,
            '\\', (byte) 0x2F,
            '[', (byte) 0x3C,
            '~', (byte) 0x3D,
            ']', (byte) 0x3E,
            '|', (byte) 0x40,
            '€', (byte) 0x65);

    private Gsm7() {}

    /** Returns the octets of one character: one, or two with the escape character; empty if the alphabet lacks it. */
    public static Optional<byte[]> octets(char character) {
        Byte basic = OCTETS.get(character);
        if (basic != null) {
            return Optional.of(new byte[] {basic});
        }
        Byte extension = EXTENSION.get(character);
        return extension == null ? Optional.empty() : Optional.of(new byte[] {ESCAPE, extension});
    }

    /** Returns whether a character of the alphabet takes two octets. */
    static boolean isExtended(char character) {
        return EXTENSION.containsKey(character);
    }

    public static boolean fits(String text) {
        return text.chars().allMatch(each -> OCTETS.containsKey((char) each) || EXTENSION.containsKey((char) each));
    }
}
