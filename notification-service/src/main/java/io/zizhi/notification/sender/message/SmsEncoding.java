package io.zizhi.notification.sender.message;

/**
 * Encodings of a text message (3GPP TS 23.038). The parts of a long message carry a header with a 16-bit reference, as
 * the sender {@code smpp} submits them.
 */
public enum SmsEncoding {
    /** Seven bits; Latin letters, digits and a few other characters. */
    GSM_7(160, 152),

    /** Sixteen bits; one character outside GSM-7 is enough to need it. */
    UCS_2(70, 66);

    private final int single;
    private final int joined;

    SmsEncoding(int single, int joined) {
        this.single = single;
        this.joined = joined;
    }

    /** Returns the encoding that the text needs. */
    public static SmsEncoding of(String text) {
        return Gsm7.fits(text) ? GSM_7 : UCS_2;
    }

    /** Returns the units that a character takes: 1 or 2. */
    int units(int codePoint) {
        return switch (this) {
            case GSM_7 -> Gsm7.isExtended((char) codePoint) ? 2 : 1;
            case UCS_2 -> Character.charCount(codePoint);
        };
    }

    /** Returns the units that fit into a message of one part. */
    int single() {
        return single;
    }

    /** Returns the units that fit into each of several parts. The rest is the header that joins them. */
    int joined() {
        return joined;
    }
}
