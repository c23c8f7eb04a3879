package io.zizhi.platform.http.address;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * Normalises a client address for counting. An IPv6 client owns a whole /64 and could use a new address for every
 * request, so all addresses of a /64 count as one.
 */
public final class ClientAddress {

    private static final int NETWORK_BYTES = 8;

    private ClientAddress() {}

    /** @param literal a textual IP address, never a host name; see {@link TrustedProxies} */
    public static String of(String literal) {
        if (!literal.contains(":")) {
            return literal;
        }
        try {
            byte[] address = InetAddress.getByName(literal).getAddress();
            return address.length > NETWORK_BYTES
                    ? HexFormat.of().formatHex(Arrays.copyOf(address, NETWORK_BYTES))
                    : InetAddress.getByAddress(address).getHostAddress();
        } catch (UnknownHostException notAnAddress) {
            return literal;
        }
    }
}
