package io.zizhi.faults.suite;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A TCP relay on 127.0.0.1 that can simulate a bad network. Problems end with {@link #clear()}; without one it forwards
 * everything. In front of several servers, each new connection goes to the next one that accepts it. Two virtual
 * threads serve each connection.
 */
public final class FaultProxy implements AutoCloseable {

    public enum Direction {
        TO_SERVER,
        TO_CLIENT
    }

    /**
     * The current problem of the link.
     *
     * @param refuses resets new connections immediately
     * @param holds accepts bytes but forwards them only when the problem ends, like a network partition
     * @param latency delay of each chunk, in each direction
     * @param bytesPerSecond per connection and direction; 0 is no limit
     */
    private record Trouble(boolean refuses, boolean holds, Duration latency, long bytesPerSecond) {
        static final Trouble NONE = new Trouble(false, false, Duration.ZERO, 0);
    }

    private static final int WAITING = 256;
    private static final int PIECE = 16 * 1024;
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(2);

    /**
     * How long a connection must be silent to count as idle. It is longer than the gaps within one response, and
     * shorter than the gap between two requests of a busy client.
     */
    private static final Duration IDLE_AFTER = Duration.ofMillis(15);

    private static final long NOT_SET = -1;

    private final ServerSocket listener;
    private final Set<Relay> relays = ConcurrentHashMap.newKeySet();
    private final Object changed = new Object();
    private final AtomicLong leftToServer = new AtomicLong(NOT_SET);
    private final AtomicLong leftToClient = new AtomicLong(NOT_SET);
    private final AtomicLong resets = new AtomicLong();
    private final AtomicInteger turn = new AtomicInteger();
    private volatile List<Integer> servers;
    private volatile boolean blind;
    private volatile Trouble trouble = Trouble.NONE;
    private volatile boolean closed;

    private FaultProxy(ServerSocket listener, List<Integer> servers) {
        this.listener = listener;
        this.servers = List.copyOf(servers);
    }

    /** Starts a proxy on its own port in front of {@code server}, a port on 127.0.0.1. */
    public static FaultProxy before(int server) {
        return before(List.of(server));
    }

    /** Starts a proxy on its own port in front of {@code servers}, ports on 127.0.0.1, which take turns. */
    public static FaultProxy before(List<Integer> servers) {
        try {
            FaultProxy proxy = new FaultProxy(new ServerSocket(0, WAITING, InetAddress.getLoopbackAddress()), servers);
            Thread.ofVirtual().name("fault-proxy-" + servers).start(proxy::accept);
            return proxy;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the port for clients. */
    public int port() {
        return listener.getLocalPort();
    }

    /** Sends new connections to this port from now on; open connections are not affected. */
    public void leadTo(int otherServer) {
        leadTo(List.of(otherServer));
    }

    /** Sends new connections to these ports in turn from now on; open connections are not affected. */
    public void leadTo(List<Integer> otherServers) {
        servers = List.copyOf(otherServers);
    }

    /**
     * From now on, each new connection goes to the next server without trying another one, as behind a Kubernetes
     * Service. If that server does not accept, the client loses its connection.
     */
    public void connectBlindly() {
        blind = true;
    }

    /** Resets every connection (RST). New connections are still accepted. */
    public void cut() {
        relays.forEach(Relay::reset);
    }

    /** Resets every connection now, and each new one. */
    public void refuse() {
        change(new Trouble(true, false, Duration.ZERO, 0));
        cut();
    }

    /** Accepts bytes but forwards none until the problem ends. */
    public void blackhole() {
        change(new Trouble(false, true, Duration.ZERO, 0));
    }

    /** Delays each chunk of bytes. */
    public void delay(Duration latency) {
        change(new Trouble(false, false, latency, 0));
    }

    /** Limits the bytes per second, for each connection and direction. */
    public void limit(long bytesPerSecond) {
        change(new Trouble(false, false, Duration.ZERO, bytesPerSecond));
    }

    /**
     * Forwards another {@code bytes} bytes in this direction, counted over all connections. Then resets, once, the
     * connection that sends the next byte. With {@code TO_CLIENT}, the client loses a response to work that the server
     * has already done.
     */
    public void resetAfter(Direction direction, long bytes) {
        left(direction).set(bytes);
    }

    /** Returns how many connections {@link #resetAfter} has reset so far. */
    public long resets() {
        return resets.get();
    }

    public int connections() {
        return relays.size();
    }

    /**
     * Closes the connections to {@code drained} gracefully, each as soon as it is idle: its last bytes were a response,
     * and a moment has passed since. This works for protocols in which every response completes its request, such as
     * HTTP.
     *
     * @return whether all were closed in time
     */
    public boolean drain(int drained, Duration patience) {
        long end = System.nanoTime() + patience.toNanos();
        while (relays.stream().anyMatch(relay -> relay.leadsTo(drained))) {
            if (System.nanoTime() > end) {
                return false;
            }
            relays.stream()
                    .filter(relay -> relay.leadsTo(drained) && relay.isIdle())
                    .forEach(Relay::close);
            Pauses.of(BETWEEN_LOOKS);
        }
        return true;
    }

    /** Ends every problem. */
    public void clear() {
        leftToServer.set(NOT_SET);
        leftToClient.set(NOT_SET);
        change(Trouble.NONE);
    }

    /** Stops listening and resets open connections. */
    @Override
    public void close() {
        closed = true;
        change(Trouble.NONE);
        try {
            listener.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        cut();
    }

    private void change(Trouble next) {
        synchronized (changed) {
            trouble = next;
            changed.notifyAll();
        }
    }

    private AtomicLong left(Direction direction) {
        return direction == Direction.TO_SERVER ? leftToServer : leftToClient;
    }

    private void accept() {
        while (!closed) {
            try {
                Socket client = listener.accept();
                Thread.ofVirtual().start(() -> serve(client));
            } catch (IOException e) {
                if (!closed) {
                    throw new UncheckedIOException("A fault proxy can no longer accept", e);
                }
            }
        }
    }

    private void serve(Socket client) {
        Relay relay = new Relay(client);
        if (trouble.refuses()) {
            relay.reset();
            return;
        }
        relays.add(relay);
        try {
            awaitPassage();
            client.setTcpNoDelay(true);
            Socket toServer = relay.connect(inTurn());
            Thread back = Thread.ofVirtual().start(() -> relay.pump(toServer, client, Direction.TO_CLIENT));
            relay.pump(client, toServer, Direction.TO_SERVER);
            back.join();
        } catch (IOException serverIsAway) {
            relay.reset();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            relays.remove(relay);
            relay.close();
        }
    }

    /** Returns the servers to try, starting with the next one. */
    private List<Integer> inTurn() {
        List<Integer> all = new ArrayList<>(servers);
        Collections.rotate(all, turn.getAndIncrement() % all.size());
        return blind ? all.subList(0, 1) : all;
    }

    private void awaitPassage() throws InterruptedException {
        synchronized (changed) {
            while (trouble.holds()) {
                changed.wait();
            }
        }
    }

    /** The two halves of one connection. */
    private final class Relay {

        private final Socket client;
        private volatile Socket toServer = new Socket();
        private volatile int port;
        private volatile boolean answered;

        /** Bytes of a response were read and may not have reached the client yet. */
        private volatile boolean answering;

        private volatile long lastNanos = System.nanoTime();

        Relay(Socket client) {
            this.client = client;
        }

        /** Connects to the first of {@code candidates} that accepts. */
        Socket connect(List<Integer> candidates) throws IOException {
            IOException refused = new IOException("No server accepts the connection");
            for (int candidate : candidates) {
                Socket socket = new Socket();
                port = candidate;
                toServer = socket;
                try {
                    socket.setTcpNoDelay(true);
                    socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), candidate), 5_000);
                    return socket;
                } catch (IOException serverIsAway) {
                    refused = serverIsAway;
                    closeQuietly(socket);
                }
            }
            throw refused;
        }

        boolean leadsTo(int other) {
            return port == other;
        }

        boolean isIdle() {
            return answered && !answering && System.nanoTime() - lastNanos > IDLE_AFTER.toNanos();
        }

        void pump(Socket from, Socket to, Direction direction) {
            byte[] piece = new byte[PIECE];
            boolean response = direction == Direction.TO_CLIENT;
            try {
                InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream();
                for (int length = in.read(piece); length >= 0; length = in.read(piece)) {
                    if (response) {
                        answering = true;
                    }
                    answered = response;
                    suffer(length);
                    int allowed = allowed(direction, length);
                    out.write(piece, 0, allowed);
                    out.flush();
                    lastNanos = System.nanoTime();
                    if (response) {
                        answering = false;
                    }
                    if (allowed < length) {
                        resets.incrementAndGet();
                        reset();
                        return;
                    }
                }
                to.shutdownOutput();
            } catch (IOException oneSideIsGone) {
                reset();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        private void suffer(int length) throws InterruptedException {
            awaitPassage();
            Trouble now = trouble;
            if (!now.latency().isZero()) {
                Pauses.unlessInterrupted(now.latency());
            }
            if (now.bytesPerSecond() > 0) {
                Pauses.unlessInterrupted(Duration.ofMillis(1000L * length / now.bytesPerSecond()));
            }
        }

        /** Returns how many of {@code length} bytes may pass; fewer only at the limit. */
        private int allowed(Direction direction, int length) {
            AtomicLong left = left(direction);
            long before = left.getAndUpdate(now -> now == NOT_SET || now < length ? NOT_SET : now - length);
            return before == NOT_SET || before >= length ? length : (int) before;
        }

        /** Closes the connection with a linger time of zero, so that the system sends RST instead of FIN. */
        void reset() {
            abort(client);
            abort(toServer);
        }

        private static void abort(Socket socket) {
            try {
                if (!socket.isClosed()) {
                    socket.setSoLinger(true, 0);
                }
            } catch (IOException alreadyGone) {
                // the connection is already closed
            } finally {
                closeQuietly(socket);
            }
        }

        void close() {
            closeQuietly(client);
            closeQuietly(toServer);
        }

        private static void closeQuietly(Socket socket) {
            try {
                socket.close();
            } catch (IOException alreadyGone) {
                // the connection is already closed
            }
        }
    }
}
