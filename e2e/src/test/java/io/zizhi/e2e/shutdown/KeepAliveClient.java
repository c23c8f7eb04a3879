package io.zizhi.e2e.shutdown;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;

/** Repeats a request on one plain connection. Opens a new one when the server sends {@code close}. */
final class KeepAliveClient implements AutoCloseable {

    private static final int PATIENCE = 30_000;
    private static final String LENGTH = "content-length:";

    private final IntSupplier ports;
    private final byte[] request;
    private @Nullable Socket connection;
    private int closedInOrder;

    /** @param ports the port of the next connection */
    KeepAliveClient(IntSupplier ports, String request) {
        this.ports = ports;
        this.request = request.getBytes(StandardCharsets.US_ASCII);
    }

    /** Returns the status of the response. Fails if the response is missing or incomplete. */
    int send() throws IOException {
        Socket open = connection == null ? connect() : connection;
        connection = open;
        open.getOutputStream().write(request);
        InputStream in = new BufferedInputStream(open.getInputStream());
        int status = Integer.parseInt(line(in).split(" ", 3)[1]);
        int length = 0;
        boolean closes = false;
        for (String header = line(in); !header.isEmpty(); header = line(in)) {
            String lower = header.toLowerCase(Locale.ROOT);
            if (lower.startsWith(LENGTH)) {
                length = Integer.parseInt(lower.substring(LENGTH.length()).strip());
            }
            closes |= lower.startsWith("connection:") && lower.contains("close");
        }
        if (in.readNBytes(length).length < length) {
            throw new EOFException("The body is cut off");
        }
        if (closes) {
            closedInOrder++;
            close();
        }
        return status;
    }

    /** Returns how many connections the server closed with {@code Connection: close}. */
    int closedInOrder() {
        return closedInOrder;
    }

    @Override
    public void close() {
        try {
            if (connection != null) {
                connection.close();
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } finally {
            connection = null;
        }
    }

    private Socket connect() throws IOException {
        Socket fresh = new Socket(InetAddress.getLoopbackAddress(), ports.getAsInt());
        fresh.setTcpNoDelay(true);
        fresh.setSoTimeout(PATIENCE);
        return fresh;
    }

    private static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new EOFException("The server closed the connection before it had answered");
            }
            if (next != '\r') {
                line.append((char) next);
            }
        }
        return line.toString();
    }
}
