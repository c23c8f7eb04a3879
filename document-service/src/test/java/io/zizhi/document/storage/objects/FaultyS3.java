package io.zizhi.document.storage.objects;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import javax.net.ServerSocketFactory;

/** Stands between a client and an S3 server, and spoils the answers. The signature of requests stays valid. */
final class FaultyS3 implements AutoCloseable {

    /** What happens to the next answers. */
    enum Fault {
        NONE,
        /** The connection ends in the middle of the answer. */
        TRUNCATED,
        /** The answer never comes. */
        SILENT,
        /** The server is overloaded. */
        UNAVAILABLE
    }

    private static final int KEPT = 40_000;

    private static final String SLOW_DOWN =
            "<Error><Code>SlowDown</Code><Message>Reduce your request rate.</Message></Error>";

    private static final byte[] OVERLOADED = ("HTTP/1.1 503 Service Unavailable\r\nContent-Type: application/xml\r\n"
                    + "Connection: close\r\nContent-Length: " + SLOW_DOWN.length() + "\r\n\r\n" + SLOW_DOWN)
            .getBytes(US_ASCII);

    private final ServerSocket entrance;
    private final URI server;
    private volatile Fault fault = Fault.NONE;

    FaultyS3(S3Server server, ServerSocketFactory sockets) {
        this.server = server.endpoint();
        try {
            this.entrance = sockets.createServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        Thread.ofVirtual().start(this::accept);
    }

    int port() {
        return entrance.getLocalPort();
    }

    void spoil(Fault next) {
        fault = next;
    }

    private void accept() {
        while (!entrance.isClosed()) {
            try {
                Socket near = entrance.accept();
                Socket far = new Socket(server.getHost(), server.getPort());
                Thread.ofVirtual().start(() -> pump(near, far, false));
                Thread.ofVirtual().start(() -> pump(far, near, true));
            } catch (IOException closed) {
                // The next client, or the end.
            }
        }
    }

    private void pump(Socket from, Socket to, boolean answers) {
        byte[] buffer = new byte[16_384];
        int passed = 0;
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                Fault now = answers ? fault : Fault.NONE;
                switch (now) {
                    case NONE -> out.write(buffer, 0, read);
                    case SILENT -> {}
                    case UNAVAILABLE -> {
                        out.write(OVERLOADED);
                        return;
                    }
                    case TRUNCATED -> {
                        out.write(buffer, 0, Math.min(read, KEPT - passed));
                        passed += read;
                        if (passed >= KEPT) {
                            return;
                        }
                    }
                }
            }
        } catch (IOException closed) {
            // The other direction ended, so this one ends too.
        }
    }

    @Override
    public void close() throws IOException {
        entrance.close();
    }
}
