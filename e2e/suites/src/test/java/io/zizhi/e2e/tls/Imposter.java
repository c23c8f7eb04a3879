package io.zizhi.e2e.tls;

import io.zizhi.local.state.Certificates;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/**
 * A server that takes the place of another one. It completes TLS handshakes with a certificate of its own, and records
 * whether the client then sends anything. It never answers.
 */
final class Imposter implements AutoCloseable {

    /** What the client says before TLS begins. */
    enum Protocol {
        TLS,
        /** The client asks for TLS in eight bytes. */
        POSTGRESQL
    }

    private static final int TLS_REQUEST_BYTES = 8;
    private static final int PATIENCE_MILLIS = 60_000;

    private final Protocol protocol;
    private final SSLContext tls;
    private final ServerSocket socket;
    private final List<String> refusals = new CopyOnWriteArrayList<>();
    private final List<String> trusting = new CopyOnWriteArrayList<>();

    private Imposter(Protocol protocol, SSLContext tls, ServerSocket socket) {
        this.protocol = protocol;
        this.tls = tls;
        this.socket = socket;
    }

    /** Starts a server at {@code address}, on any port, with the certificate of {@code certificates}. */
    static Imposter start(Protocol protocol, String address, Certificates certificates) {
        try {
            ServerSocket socket = new ServerSocket(0, 50, InetAddress.getByName(address));
            Imposter imposter = new Imposter(protocol, context(certificates), socket);
            Thread.ofVirtual().name("imposter").start(imposter::accept);
            return imposter;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static SSLContext context(Certificates certificates) throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        char[] password = certificates.password().toCharArray();
        try (InputStream file = Files.newInputStream(certificates.keyStore())) {
            store.load(file, password);
        }
        KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(store, password);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        return context;
    }

    /** Returns address and port, as in {@code 127.0.0.1:20123}. */
    String address() {
        return socket.getInetAddress().getHostAddress() + ":" + socket.getLocalPort();
    }

    /** Returns why clients gave up, one text for each connection. */
    List<String> refusals() {
        return List.copyOf(refusals);
    }

    /** Returns one text for each connection on which the client sent data. */
    List<String> trusting() {
        return List.copyOf(trusting);
    }

    private void accept() {
        while (!socket.isClosed()) {
            try {
                Socket connection = socket.accept();
                Thread.ofVirtual().name("imposter-connection").start(() -> serve(connection));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(Socket connection) {
        try (connection) {
            connection.setSoTimeout(PATIENCE_MILLIS);
            if (protocol == Protocol.POSTGRESQL) {
                connection.getInputStream().readNBytes(TLS_REQUEST_BYTES);
                connection.getOutputStream().write('S');
            }
            SSLSocket encrypted = (SSLSocket) tls.getSocketFactory().createSocket(connection, null, 0, true);
            encrypted.setUseClientMode(false);
            encrypted.startHandshake();
            // some clients check the name after the handshake
            if (encrypted.getInputStream().read() < 0) {
                refusals.add("the client closed the connection");
            } else {
                trusting.add(encrypted.getSession().getProtocol());
            }
        } catch (IOException refused) {
            refusals.add(refused.toString());
        }
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
