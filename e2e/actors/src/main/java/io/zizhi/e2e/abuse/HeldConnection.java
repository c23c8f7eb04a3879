package io.zizhi.e2e.abuse;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/**
 * A connection of a badly behaved client. It sends only a part of a request, sends it slowly or sends nothing, and may
 * leave the response unread. Errors that the server causes are ignored.
 */
final class HeldConnection implements AutoCloseable {

    private static final int CONNECT_MILLIS = 2_000;

    /** The smallest receive buffer that Linux allows, in bytes. The rest of a response waits in the server. */
    private static final int TINY = 1_024;

    /** The address of attackers. Others use 127.0.0.1, as limits per address must not join them. */
    private static final String ATTACKER = "127.0.0.2";

    private final Socket socket = new Socket();

    private HeldConnection() {}

    /** Opens a connection with the smallest possible receive window. */
    static HeldConnection unread(URI service) {
        return open(service, TINY);
    }

    static HeldConnection to(URI service) {
        return open(service, 0);
    }

    private static HeldConnection open(URI service, int window) {
        HeldConnection connection = new HeldConnection();
        try {
            if (window > 0) {
                connection.socket.setReceiveBufferSize(window);
            }
            connection.socket.setTcpNoDelay(true);
            connection.socket.bind(new InetSocketAddress(ATTACKER, 0));
            connection.socket.connect(new InetSocketAddress(service.getHost(), service.getPort()), CONNECT_MILLIS);
        } catch (IOException refused) {
            connection.close();
        }
        return connection;
    }

    /** Sends the text; returns false if the server has closed or rejected the connection. */
    boolean send(String text) {
        return send(text.getBytes(StandardCharsets.UTF_8));
    }

    boolean send(byte[] bytes) {
        try {
            socket.getOutputStream().write(bytes);
            return true;
        } catch (IOException closed) {
            return false;
        }
    }

    /** Reads and discards the first bytes of a response; waits at most {@code millis}. */
    void glance(int millis) {
        try {
            socket.setSoTimeout(Math.max(1, millis));
            int first = socket.getInputStream().read();
            if (first >= 0) {
                socket.getInputStream().skip(socket.getInputStream().available());
            }
        } catch (IOException nothingCame) {
            // An attacker ignores this.
        }
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException alreadyClosed) {
            // Already closed.
        }
    }
}
