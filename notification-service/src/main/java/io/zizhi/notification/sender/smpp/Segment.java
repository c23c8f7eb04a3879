package io.zizhi.notification.sender.smpp;

/** One submission of a message. */
final class Segment {

    private final int number;
    private final boolean ucs2;
    private final boolean header;
    private final byte[] octets;

    /**
     * @param number from 1
     * @param ucs2 whether the text is UCS-2, big-endian; otherwise it is in the GSM alphabet
     * @param header whether the octets begin with a user data header, because the message has several segments
     * @param octets header and text
     */
    Segment(int number, boolean ucs2, boolean header, byte[] octets) {
        this.number = number;
        this.ucs2 = ucs2;
        this.header = header;
        this.octets = octets.clone();
    }

    int number() {
        return number;
    }

    boolean isUcs2() {
        return ucs2;
    }

    boolean hasHeader() {
        return header;
    }

    byte[] octets() {
        return octets.clone();
    }

    /** Omits the octets, which are the text. */
    @Override
    public String toString() {
        return "Segment[" + number + "]";
    }
}
