package io.zizhi.e2e.abuse;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/**
 * A connection whose client behaves as badly as it likes: sends a request in part, in drops or not at all, and reads the
 * answer or leaves it. What the server does to it is no failure of the client's.
 */
final class HeldConnection implements AutoCloseable {

    private static final int CONNECT_MILLIS = 2_000;

    /** The least that Linux gives; what does not fit waits in the server. */
    private static final int TINY = 1_024;

    private final Socket socket = new Socket();

    private HeldConnection() {}

    /** One whose receive window is as small as it can be. */
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
            connection.socket.connect(new InetSocketAddress(service.getHost(), service.getPort()), CONNECT_MILLIS);
        } catch (IOException refused) {
            connection.close();
        }
        return connection;
    }

    /** False where the server has closed it, or never took it. */
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

    /** Reads the first bytes of an answer and throws them away; waits for {@code millis} at most. */
    void glance(int millis) {
        try {
            socket.setSoTimeout(Math.max(1, millis));
            int first = socket.getInputStream().read();
            if (first >= 0) {
                socket.getInputStream().skip(socket.getInputStream().available());
            }
        } catch (IOException nothingCame) {
            // An attacker does not mind.
        }
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException alreadyClosed) {
            // Closed is closed.
        }
    }
}
