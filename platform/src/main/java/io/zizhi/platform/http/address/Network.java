package io.zizhi.platform.http.address;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.regex.Pattern;

/** A range of addresses. */
public final class Network {

    /** Matches only numeric addresses. A host name would be looked up in DNS. */
    private static final Pattern LITERAL =
            Pattern.compile("[0-9]{1,3}(\\.[0-9]{1,3}){3}|[0-9a-fA-F:.]*:[0-9a-fA-F:.]*");

    private final byte[] address;
    private final int bits;

    /**
     * @param address first address of the range, 4 or 16 bytes
     * @param bits length of the prefix that all addresses of the range share
     */
    private Network(byte[] address, int bits) {
        this.address = address;
        this.bits = bits;
    }

    /** Parses {@code 10.0.0.0/8} or {@code fd00::/8}. */
    public static Network parse(String text) {
        String[] parts = text.strip().split("/", -1);
        if (parts.length != 2 || !LITERAL.matcher(parts[0]).matches() || !parts[1].matches("[0-9]{1,3}")) {
            throw new IllegalArgumentException("'" + text + "' is not a network; write 10.20.0.0/16 or fd00::/8");
        }
        try {
            byte[] address = InetAddress.getByName(parts[0]).getAddress();
            int bits = Integer.parseInt(parts[1]);
            if (bits > address.length * Byte.SIZE) {
                throw new IllegalArgumentException("'" + text + "' has a prefix longer than its address");
            }
            return new Network(address, bits);
        } catch (UnknownHostException impossible) {
            throw new IllegalArgumentException("'" + text + "' is not a network", impossible);
        }
    }

    public boolean contains(InetAddress candidate) {
        byte[] other = candidate.getAddress();
        if (other.length != address.length) {
            return false;
        }
        for (int bit = 0; bit < bits; bit++) {
            int mask = 0x80 >> (bit % Byte.SIZE);
            if ((address[bit / Byte.SIZE] & mask) != (other[bit / Byte.SIZE] & mask)) {
                return false;
            }
        }
        return true;
    }
}
