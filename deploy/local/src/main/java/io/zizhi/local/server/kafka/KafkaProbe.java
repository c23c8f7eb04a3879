package io.zizhi.local.server.kafka;

import io.zizhi.local.state.Certificates;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.Optional;

/**
 * Sends ApiVersions, the first request of every Kafka client, without the client library. This keeps the library off
 * the class path of the tests.
 */
final class KafkaProbe {

    private static final int PATIENCE_MILLIS = 5_000;
    private static final int CORRELATION = 1;

    private KafkaProbe() {}

    /** Returns empty when the broker on {@code port} answers, otherwise the problem. */
    static String answer(int port, Optional<Certificates> tls) {
        try (Socket socket = socket(tls)) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), PATIENCE_MILLIS);
            ask(new DataOutputStream(socket.getOutputStream()));
            DataInputStream answer = new DataInputStream(socket.getInputStream());
            int length = answer.readInt();
            int correlation = answer.readInt();
            int error = answer.readShort();
            return length > 0 && correlation == CORRELATION && error == 0 ? "" : "it answers with error " + error;
        } catch (IOException e) {
            return "no answer on port " + port + ": " + e.getMessage();
        }
    }

    private static Socket socket(Optional<Certificates> tls) throws IOException {
        return tls.isPresent() ? tls.get().trust().getSocketFactory().createSocket() : new Socket();
    }

    /** Writes length, key 18, version 0 and correlation id, without a client id. */
    private static void ask(DataOutputStream request) throws IOException {
        request.writeInt(10);
        request.writeShort(18);
        request.writeShort(0);
        request.writeInt(CORRELATION);
        request.writeShort(-1);
        request.flush();
    }
}
