package io.zizhi.platform.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Sends requests that no HTTP client would send. */
public final class RawRequest {

    private static final int TIMEOUT_MILLIS = 10_000;
    private static final Pattern LENGTH = Pattern.compile("(?i)\\r\\ncontent-length: (\\d+)\\r\\n");

    private RawRequest() {}

    /**
     * Sends one request without a body and reads the answer, until its declared length or the end of the connection. A
     * server that waits in vain for a body keeps the connection open.
     *
     * @param line method and address
     * @param headers each without its line end
     * @return status line, headers and body
     */
    public static String answer(int port, String line, String... headers) {
        String request = line + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                + String.join("", lines(headers)) + "\r\n";
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(TIMEOUT_MILLIS);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            return read(socket);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static String[] lines(String... headers) {
        String[] lines = headers.clone();
        for (int i = 0; i < lines.length; i++) {
            lines[i] += "\r\n";
        }
        return lines;
    }

    /**
     * Reads to the end. A server that rejects a request before it has read all of it resets the connection after its
     * answer.
     */
    private static String read(Socket socket) throws IOException {
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        byte[] part = new byte[8_192];
        try {
            int length = socket.getInputStream().read(part);
            while (length >= 0) {
                answer.write(part, 0, length);
                length = isComplete(answer.toString(StandardCharsets.ISO_8859_1))
                        ? -1
                        : socket.getInputStream().read(part);
            }
        } catch (SocketException reset) {
            if (answer.size() == 0) {
                throw reset;
            }
        }
        return answer.toString(StandardCharsets.UTF_8);
    }

    private static boolean isComplete(String answer) {
        Matcher head = LENGTH.matcher(answer);
        int body = answer.indexOf("\r\n\r\n") + 4;
        return body >= 4 && head.find() && answer.length() >= body + Integer.parseInt(head.group(1));
    }
}
