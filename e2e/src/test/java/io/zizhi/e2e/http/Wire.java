package io.zizhi.e2e.http;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Sends each {@link Call} on its own connection. Adds only missing headers that are required: {@code Host}, {@code
 * Connection: close}, and {@code Content-Length} if the call does not specify the body's length.
 */
public final class Wire {

    private static final int CONNECT_MILLIS = 5_000;
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final int PIECE = 16 * 1024;

    private Wire() {}

    /** @throws IOException without a valid HTTP response within 20 s */
    public static Reply send(Call call) throws IOException {
        return send(call, PATIENCE);
    }

    /** @throws IOException without a valid HTTP response within {@code patience} */
    public static Reply send(Call call, Duration patience) throws IOException {
        try (Socket socket = new Socket()) {
            socket.connect(
                    new InetSocketAddress(call.base().getHost(), call.base().getPort()), CONNECT_MILLIS);
            socket.setSoTimeout((int) patience.toMillis());
            socket.setTcpNoDelay(true);
            InputStream in = new BufferedInputStream(socket.getInputStream());
            write(call, socket.getOutputStream(), in);
            return read(in, call.method().equals("HEAD"));
        }
    }

    /**
     * Writes the request. Stops if the response arrives before the whole body was sent, because a rejection does not
     * wait for the rest.
     */
    private static void write(Call call, OutputStream out, InputStream in) throws IOException {
        byte[] body = call.body();
        byte[] head = head(call, body.length);
        byte[] first = new byte[head.length + Math.min(body.length, PIECE)];
        System.arraycopy(head, 0, first, 0, head.length);
        System.arraycopy(body, 0, first, head.length, first.length - head.length);
        out.write(first);
        try {
            for (int at = first.length - head.length; at < body.length && in.available() == 0; at += PIECE) {
                out.write(body, at, Math.min(PIECE, body.length - at));
            }
            out.flush();
        } catch (IOException refusedMeanwhile) {
            // The response, if there is one, gives the reason; without one the reading fails.
        }
    }

    private static byte[] head(Call call, int length) {
        StringBuilder head = new StringBuilder(call.method())
                .append(' ')
                .append(call.target())
                .append(" HTTP/1.1\r\n");
        if (!call.has("Host")) {
            line(head, "Host", call.base().getAuthority());
        }
        if (!call.has("Connection")) {
            line(head, "Connection", "close");
        }
        boolean lengthIsSaid = call.has("Content-Length") || call.has("Transfer-Encoding");
        if (!lengthIsSaid && (length > 0 || !call.method().equals("GET"))) {
            line(head, "Content-Length", Integer.toString(length));
        }
        call.headers().forEach(header -> line(head, header.name(), header.value()));
        return head.append("\r\n").toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void line(StringBuilder head, String name, String value) {
        head.append(name).append(": ").append(value).append("\r\n");
    }

    private static Reply read(InputStream in, boolean headOnly) throws IOException {
        while (true) {
            String statusLine = line(in);
            if (!statusLine.matches("HTTP/1\\.[01] \\d{3}.*")) {
                throw new IOException("The answer does not begin with a status: " + statusLine);
            }
            int status = Integer.parseInt(statusLine.substring(9, 12));
            Map<String, List<String>> headers = headers(in);
            if (status >= 200) {
                boolean empty = headOnly || status == 204 || status == 304;
                return new Reply(status, headers, empty ? new byte[0] : body(in, headers));
            }
        }
    }

    private static Map<String, List<String>> headers(InputStream in) throws IOException {
        Map<String, List<String>> headers = new LinkedHashMap<>();
        for (String line = line(in); !line.isEmpty(); line = line(in)) {
            int colon = line.indexOf(':');
            if (colon < 1) {
                throw new IOException("Not a header: " + line);
            }
            headers.computeIfAbsent(line.substring(0, colon).toLowerCase(Locale.ROOT), name -> new ArrayList<>())
                    .add(line.substring(colon + 1).strip());
        }
        return headers;
    }

    private static byte[] body(InputStream in, Map<String, List<String>> headers) throws IOException {
        if (headers.getOrDefault("transfer-encoding", List.of()).contains("chunked")) {
            ByteArrayOutputStream body = new ByteArrayOutputStream();
            for (int size = chunk(in); size > 0; size = chunk(in)) {
                body.write(exactly(in, size));
                line(in);
            }
            return body.toByteArray();
        }
        List<String> length = headers.getOrDefault("content-length", List.of());
        return length.isEmpty() ? in.readAllBytes() : exactly(in, Integer.parseInt(length.getFirst()));
    }

    private static int chunk(InputStream in) throws IOException {
        return Integer.parseInt(line(in).split(";", 2)[0].strip(), 16);
    }

    private static byte[] exactly(InputStream in, int length) throws IOException {
        byte[] bytes = in.readNBytes(length);
        if (bytes.length < length) {
            throw new EOFException("The answer ended after " + bytes.length + " of " + length + " bytes");
        }
        return bytes;
    }

    private static String line(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new EOFException("The connection was closed without a response");
            }
            if (next != '\r') {
                line.write(next);
            }
        }
        return line.toString(StandardCharsets.UTF_8);
    }
}
