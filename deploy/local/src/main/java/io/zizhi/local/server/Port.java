package io.zizhi.local.server;

import io.zizhi.local.LocalFailure;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntFunction;

/** TCP ports on 127.0.0.1. */
public final class Port {

    private static final int MANAGEMENT_OFFSET = 1000;
    private static final int INTERNAL_OFFSET = 2000;

    /** Below the ports that Linux hands to outgoing connections, any of which could take a port before its server does. */
    private static final int FIRST = 20_000;

    private static final int LAST = 32_767;
    private static final int TRIES = 1_000;
    private static final int LOOKS = 20;
    private static final Duration PAUSE = Duration.ofMillis(50);

    /** A port that was given and is not served yet looks free to everybody else. */
    private static final Set<Integer> GIVEN = new HashSet<>();

    private Port() {}

    /** A port that nobody uses now, that this JVM was not given before, and from a {@link PortBlock} of its own. */
    public static int free() {
        return draw(List::of);
    }

    /** As {@link #free()}, and so are its management port and its internal port. */
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

    /** The port of health and metrics of a service that serves {@code port}. */
    public static int management(int port) {
        return port + MANAGEMENT_OFFSET;
    }

    /** The port of the internal endpoints of a service that serves {@code port}. */
    public static int internal(int port) {
        return port + INTERNAL_OFFSET;
    }

    /**
     * Fails if anybody listens on {@code port}.
     *
     * @param variable the environment variable that chooses another port
     */
    public static void requireFree(int port, String title, String variable) {
        if (!isFreeSoon(port)) {
            throw new LocalFailure("Port " + port + " of " + title
                    + " is in use by another program. Stop that program (ss -ltnp shows it), or choose another port"
                    + " with the environment variable " + variable + ", for example " + variable + "=" + free() + ".");
        }
    }

    /**
     * Whether nobody listens on {@code port}, or stops doing so within a second. A process that another thread starts
     * inherits the socket of a look at a port, and holds it until it has become the program that was meant.
     */
    private static boolean isFreeSoon(int port) {
        for (int looks = 0; looks < LOOKS; looks++) {
            if (isFree(port)) {
                return true;
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
        return false;
    }

    /** Whether nobody listens on {@code port}. */
    static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException e) {
            return false;
        }
    }
}
