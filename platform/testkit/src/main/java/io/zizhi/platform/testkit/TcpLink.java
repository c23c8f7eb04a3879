package io.zizhi.platform.testkit;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A TCP proxy for a server on 127.0.0.1 that can go dead, as when a host vanishes or a firewall drops a connection. It
 * then accepts bytes but does not forward them, and neither side is notified.
 */
public final class TcpLink implements AutoCloseable {

    private static final int PIECE = 16 * 1024;

    private final ServerSocket listener;
    private final int server;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final Object changed = new Object();
    private boolean dead;

    private TcpLink(ServerSocket listener, int server) {
        this.listener = listener;
        this.server = server;
    }

    /** Opens a link to {@code server}, a port on 127.0.0.1. */
    public static TcpLink to(int server) {
        try {
            TcpLink link = new TcpLink(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), server);
            Thread.ofVirtual().start(link::accept);
            return link;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    public int port() {
        return listener.getLocalPort();
    }

    /** Stops forwarding in both directions and buffers the bytes. Clients can still connect. */
    public void goDead() {
        change(true);
    }

    /** Resumes forwarding, starting with the buffered bytes. */
    public void comeBack() {
        change(false);
    }

    /** Closes all connections and accepts no new connections. */
    @Override
    public void close() {
        closeQuietly(listener);
        open.forEach(TcpLink::closeQuietly);
        comeBack();
    }

    private void change(boolean next) {
        synchronized (changed) {
            dead = next;
            changed.notifyAll();
        }
    }

    private void awaitLife() throws InterruptedException {
        synchronized (changed) {
            while (dead) {
                changed.wait();
            }
        }
    }

    private void accept() {
        try {
            while (true) {
                Socket client = listener.accept();
                Thread.ofVirtual().start(() -> serve(client));
            }
        } catch (IOException closed) {
            // The link was closed.
        }
    }

    private void serve(Socket client) {
        try (client;
                Socket toServer = new Socket(InetAddress.getLoopbackAddress(), server)) {
            client.setTcpNoDelay(true);
            toServer.setTcpNoDelay(true);
            open.add(client);
            open.add(toServer);
            Thread back = Thread.ofVirtual().start(() -> pump(toServer, client));
            pump(client, toServer);
            back.join();
            open.remove(client);
            open.remove(toServer);
        } catch (IOException gone) {
            // The other side notices when its own connection ends.
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void pump(Socket from, Socket to) {
        byte[] piece = new byte[PIECE];
        try {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int length = in.read(piece); length >= 0; length = in.read(piece)) {
                awaitLife();
                out.write(piece, 0, length);
                out.flush();
            }
        } catch (IOException gone) {
            // Both sides are closed below.
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } finally {
            awaitLifeQuietly();
            closeQuietly(from);
            closeQuietly(to);
        }
    }

    /** Waits while the link is dead, because a dead link does not forward the end of a connection either. */
    private void awaitLifeQuietly() {
        try {
            awaitLife();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static void closeQuietly(AutoCloseable socket) {
        try {
            socket.close();
        } catch (Exception alreadyClosed) {
            // It is already closed.
        }
    }
}
