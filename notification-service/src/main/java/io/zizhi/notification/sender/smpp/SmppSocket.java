package io.zizhi.notification.sender.smpp;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.jsmpp.session.connection.Connection;
import org.jsmpp.session.connection.ConnectionFactory;
import org.jsmpp.session.connection.socket.SocketConnection;

/**
 * Opens connections to the SMSC. The factories of jsmpp wait for as long as the operating system does, and do not check
 * that the certificate names the host.
 */
final class SmppSocket implements ConnectionFactory {

    private final boolean tls;
    private final Duration connectTimeout;
    private final Duration handshakeTimeout;
    private final SSLSocketFactory certificates;

    /** @param certificates sockets that trust the certificate of the SMSC; not used without TLS */
    SmppSocket(boolean tls, Duration connectTimeout, Duration handshakeTimeout, SSLSocketFactory certificates) {
        this.tls = tls;
        this.connectTimeout = connectTimeout;
        this.handshakeTimeout = handshakeTimeout;
        this.certificates = certificates;
    }

    @Override
    public Connection createConnection(String host, int port) throws IOException {
        Socket socket = new Socket();
        try {
            socket.setTcpNoDelay(true);
            socket.connect(new InetSocketAddress(host, port), (int) connectTimeout.toMillis());
            return new SocketConnection(tls ? secure(socket, host, port) : socket);
        } catch (IOException | RuntimeException failure) {
            socket.close();
            throw failure;
        }
    }

    private SSLSocket secure(Socket socket, String host, int port) throws IOException {
        SSLSocket secured = (SSLSocket) certificates.createSocket(socket, host, port, true);
        SSLParameters parameters = secured.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        secured.setSSLParameters(parameters);
        secured.setSoTimeout((int) handshakeTimeout.toMillis());
        secured.startHandshake();
        return secured;
    }
}
