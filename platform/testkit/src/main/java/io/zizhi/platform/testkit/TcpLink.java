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
 * A link to a server on 127.0.0.1 that can go dead, as when a host vanishes or a firewall forgets a connection: bytes are
 * taken and not passed on, and nobody is told.
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

    /** A link to {@code server}, a port on 127.0.0.1. */
    public static TcpLink to(int server) {
        try {
            TcpLink link = new TcpLink(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), server);
            Thread.ofVirtual().start(link::accept);
            return link;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Where clients connect. */
    public int port() {
        return listener.getLocalPort();
    }

    /** Keeps what comes, in both directions; connections can still be made. */
    public void goDead() {
        change(true);
    }

    /** Passes on what was kept, and what comes. */
    public void comeBack() {
        change(false);
    }

    /** Ends all connections and accepts none. */
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
            // the end of the link
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
            // the other side learns it by the end of its own connection
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
            // both sides are closed below
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } finally {
            awaitLifeQuietly();
            closeQuietly(from);
            closeQuietly(to);
        }
    }

    /** The end of a connection does not pass a dead link either. */
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
            // what is to be ended has ended
        }
    }
}
