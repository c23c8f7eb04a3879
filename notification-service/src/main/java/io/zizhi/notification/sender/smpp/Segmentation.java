package io.zizhi.notification.sender.smpp;

import io.zizhi.notification.sender.message.Gsm7;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Encodes a text and cuts it into segments. The GSM alphabet is used if the text fits it, and UCS-2 otherwise. The
 * segments of a long text carry a header with a 16-bit reference (GSM 03.40, 9.2.3.24.8), by which the phone joins them.
 */
final class Segmentation {

    /** An SMS carries 140 octets: 160 characters of seven bits, or 70 of UCS-2. */
    private static final int SINGLE_GSM = 160;

    private static final int SINGLE_UCS2 = 140;

    /** Room beside the header of seven octets: (140 - 7) * 8 / 7 characters. UCS-2 needs an even number of octets. */
    private static final int PART_GSM = 152;

    private static final int PART_UCS2 = 132;

    private Segmentation() {}

    /** @param reference the lower 16 bits tell the messages to one phone apart */
    static List<Segment> of(String text, int reference) {
        boolean ucs2 = !Gsm7.fits(text);
        List<byte[]> characters = ucs2 ? ucs2(text) : gsm(text);
        int octets = characters.stream().mapToInt(character -> character.length).sum();
        if (octets <= (ucs2 ? SINGLE_UCS2 : SINGLE_GSM)) {
            return List.of(new Segment(1, ucs2, false, join(characters)));
        }
        List<byte[]> parts = cut(characters, ucs2 ? PART_UCS2 : PART_GSM);
        List<Segment> segments = new ArrayList<>(parts.size());
        for (int number = 1; number <= parts.size(); number++) {
            byte[] header = {6, 8, 4, (byte) (reference >> 8), (byte) reference, (byte) parts.size(), (byte) number};
            segments.add(new Segment(number, ucs2, true, join(List.of(header, parts.get(number - 1)))));
        }
        return segments;
    }

    /** A character is never cut in two: neither an escape sequence nor a surrogate pair. */
    private static List<byte[]> cut(List<byte[]> characters, int most) {
        List<byte[]> parts = new ArrayList<>();
        ByteArrayOutputStream part = new ByteArrayOutputStream();
        for (byte[] character : characters) {
            if (part.size() + character.length > most) {
                parts.add(part.toByteArray());
                part.reset();
            }
            part.writeBytes(character);
        }
        parts.add(part.toByteArray());
        return parts;
    }

    private static List<byte[]> gsm(String text) {
        return text.chars()
                .mapToObj(each -> Gsm7.octets((char) each).orElseThrow())
                .toList();
    }

    private static List<byte[]> ucs2(String text) {
        return text.codePoints()
                .mapToObj(each -> Character.toString(each).getBytes(StandardCharsets.UTF_16BE))
                .toList();
    }

    private static byte[] join(List<byte[]> pieces) {
        ByteArrayOutputStream joined = new ByteArrayOutputStream();
        pieces.forEach(joined::writeBytes);
        return joined.toByteArray();
    }
}
