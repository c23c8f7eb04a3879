package io.zizhi.document.testing;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.zizhi.platform.testkit.Tokens;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;

/** A raw HTTP connection, which sends and reads exactly what the test requests. */
public final class RawConnection implements AutoCloseable {

    private final Socket socket = new Socket();

    /** Connects with a receive buffer much smaller than a document. */
    public RawConnection() {
        try {
            socket.setReceiveBufferSize(4_096);
            socket.setSoTimeout(60_000);
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), DocumentsClient.port()));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Sends a request head as the user; {@code headers} without the last line break. */
    public RawConnection send(String user, String requestLine, String... headers) {
        return send(requestLine + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + Tokens.of(user) + "\r\n"
                + String.join("\r\n", headers) + "\r\n\r\n");
    }

    public RawConnection send(String text) {
        return send(text.getBytes(ISO_8859_1));
    }

    public RawConnection send(byte[] bytes) {
        try {
            socket.getOutputStream().write(bytes);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return this;
    }

    /** Waits for the first bytes of the response and reads no further. */
    public String read(int bytes) {
        try {
            return new String(socket.getInputStream().readNBytes(bytes), ISO_8859_1);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Returns whether a response has begun. */
    public boolean hasAnswer() {
        try {
            return socket.getInputStream().available() > 0;
        } catch (IOException ended) {
            return true;
        }
    }

    /** Reads until the server ends the connection in any way. */
    public String readToEnd() {
        StringBuilder text = new StringBuilder();
        byte[] buffer = new byte[65_536];
        try {
            for (int read = socket.getInputStream().read(buffer);
                    read >= 0;
                    read = socket.getInputStream().read(buffer)) {
                text.append(new String(buffer, 0, read, ISO_8859_1));
            }
        } catch (SocketTimeoutException open) {
            assertThat(open).as("the server never ended the connection").isNull();
        } catch (IOException reset) {
            // The connection ended.
        }
        return text.toString();
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
