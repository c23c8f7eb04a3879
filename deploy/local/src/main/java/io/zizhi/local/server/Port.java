package io.zizhi.local.server;

import io.zizhi.local.LocalFailure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/** TCP ports on 127.0.0.1. */
public final class Port {

    private static final int MANAGEMENT_OFFSET = 1000;

    private Port() {}

    /** A port that nobody uses at the moment. */
    public static int free() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A port that nobody uses, and neither its management port. */
    public static int freeWithManagement() {
        int port = free();
        while (port + MANAGEMENT_OFFSET > 65_535 || !isFree(port + MANAGEMENT_OFFSET)) {
            port = free();
        }
        return port;
    }

    /** The port of health and metrics of a service that serves {@code port}. */
    public static int management(int port) {
        return port + MANAGEMENT_OFFSET;
    }

    /**
     * Fails if anybody listens on {@code port}.
     *
     * @param variable the environment variable that chooses another port
     */
    public static void requireFree(int port, String title, String variable) {
        if (!isFree(port)) {
            throw new LocalFailure("Port " + port + " of " + title
                    + " is in use by another program. Stop that program (ss -ltnp shows it), or choose another port"
                    + " with the environment variable " + variable + ", for example " + variable + "=" + free() + ".");
        }
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException e) {
            return false;
        }
    }
}
