package io.zizhi.local.server;

import io.zizhi.local.layout.LocalFailure;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntFunction;

/** TCP ports on 127.0.0.1. */
public final class Port {

    private static final int MANAGEMENT_OFFSET = 1000;
    private static final int INTERNAL_OFFSET = 2000;

    /**
     * The first port. The range lies below Linux's range for outgoing connections, because an outgoing connection could
     * take a port before its server does.
     */
    private static final int FIRST = 20_000;

    private static final int LAST = 32_767;
    private static final int TRIES = 1_000;

    /** Ports already returned. A port looks free until its server listens. */
    private static final Set<Integer> GIVEN = new HashSet<>();

    private Port() {}

    /** Returns a free port from a {@link PortBlock} of this JVM; never returns the same port twice. */
    public static int free() {
        return draw(List::of);
    }

    /** Returns a free port like {@link #free()}, whose management port and internal port are free too. */
    public static int freeWithManagement() {
        return draw(port -> List.of(port, management(port), internal(port)));
    }

    private static synchronized int draw(IntFunction<List<Integer>> needed) {
        PortBlock block = PortBlock.own();
        for (int blocks = 0; blocks < PortBlock.BLOCKS; blocks++) {
            for (int tries = 0; tries < TRIES; tries++) {
                int port = block.draw(FIRST, LAST - INTERNAL_OFFSET);
                List<Integer> ports = needed.apply(port);
                if (ports.stream().allMatch(one -> !GIVEN.contains(one) && isFree(one))) {
                    GIVEN.addAll(ports);
                    return port;
                }
            }
            block = PortBlock.next();
        }
        throw new LocalFailure("No free port between " + FIRST + " and " + LAST + " was found.");
    }

    /** Returns the management port (health and metrics) of a service that serves {@code port}. */
    public static int management(int port) {
        return port + MANAGEMENT_OFFSET;
    }

    /** Returns the internal port of a service that serves {@code port}. */
    public static int internal(int port) {
        return port + INTERNAL_OFFSET;
    }

    /**
     * Fails if a program listens on {@code port}.
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

    /**
     * Returns whether no program listens on {@code port}. The check does not listen, and Linux lets a server listen
     * beside it. So a process that another thread starts, and that inherits the socket, disturbs no server.
     */
    public static boolean isFree(int port) {
        try (Socket socket = new Socket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return socket.isBound();
        } catch (IOException e) {
            return false;
        }
    }
}
