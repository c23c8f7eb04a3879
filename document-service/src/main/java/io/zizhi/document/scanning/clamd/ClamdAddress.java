package io.zizhi.document.scanning.clamd;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.net.UnknownHostException;
import java.nio.channels.SocketChannel;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where clamd listens. */
sealed interface ClamdAddress {

    /** Returns the address to connect to; looks up a host name. */
    SocketAddress resolve() throws IOException;

    /** Returns an unconnected channel for this kind of address. */
    SocketChannel open() throws IOException;

    /** A TCP port; {@code host} without the brackets of an IPv6 address. */
    record Tcp(String host, int port) implements ClamdAddress {

        @Override
        public SocketAddress resolve() throws IOException {
            InetSocketAddress address = new InetSocketAddress(host, port);
            if (address.isUnresolved()) {
                throw new UnknownHostException(host);
            }
            return address;
        }

        @Override
        public SocketChannel open() throws IOException {
            return SocketChannel.open();
        }
    }

    /** A Unix domain socket. */
    record Unix(String path) implements ClamdAddress {

        @Override
        public SocketAddress resolve() {
            return UnixDomainSocketAddress.of(path);
        }

        @Override
        public SocketChannel open() throws IOException {
            return SocketChannel.open(StandardProtocolFamily.UNIX);
        }
    }

    /** Parses {@code host:port}, {@code [::1]:port} or {@code unix:/path}. */
    static ClamdAddress parse(String text) {
        if (text.startsWith("unix:/")) {
            return new Unix(text.substring("unix:".length()));
        }
        Matcher tcp = Pattern.compile("(?:\\[([0-9A-Fa-f:.]+)]|([^\\[\\]:/\\s]+)):([1-9][0-9]{0,4})")
                .matcher(text);
        if (!tcp.matches() || Integer.parseInt(tcp.group(3)) > 65_535) {
            throw new IllegalArgumentException("zizhi.document.scanner.address must be host:port or unix:/path, not '"
                    + text + "'. IPv6 addresses need brackets.");
        }
        return new Tcp(tcp.group(1) == null ? tcp.group(2) : tcp.group(1), Integer.parseInt(tcp.group(3)));
    }
}
