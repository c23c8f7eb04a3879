package io.zizhi.local.server;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;

/**
 * The first question of every Kafka client, ApiVersions, without the client: its libraries stay off the class path of
 * the tests.
 */
final class KafkaProbe {

    private static final int PATIENCE_MILLIS = 5_000;
    private static final int CORRELATION = 1;

    private KafkaProbe() {}

    /** Empty when the broker behind {@code port} answers, otherwise what it lacks. */
    static String answer(int port) {
        try (Socket socket = new Socket()) {
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

    /** Length, key 18, version 0, correlation, no client id. */
    private static void ask(DataOutputStream request) throws IOException {
        request.writeInt(10);
        request.writeShort(18);
        request.writeShort(0);
        request.writeInt(CORRELATION);
        request.writeShort(-1);
        request.flush();
    }
}
