package io.zizhi.document.scanning.clamd;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.zizhi.document.storage.objects.Pieces;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * One scan by the command INSTREAM, on a connection of its own: the command, pieces with their length before them, an
 * empty piece, then the answer. A channel has no time-outs, so another thread closes it, which ends any call on it.
 *
 * @param connectTimeout for the connection
 * @param timeout for everything after it
 */
record Instream(ClamdAddress address, Duration connectTimeout, Duration timeout) {

    private static final byte[] COMMAND = "zINSTREAM\0".getBytes(US_ASCII);

    private static final int LONGEST_ANSWER = 1_024;

    /**
     * Returns the whole answer, without its final zero byte.
     *
     * @throws ClosedChannelException if a time-out has passed
     * @throws IOException if clamd cannot be reached, or ends the connection without a whole answer
     */
    String scan(Pieces document) throws IOException {
        SocketAddress server = address.resolve();
        try (SocketChannel channel = address.open()) {
            CompletableFuture<Void> connecting = closeAfter(connectTimeout, channel);
            channel.connect(server);
            connecting.cancel(false);
            CompletableFuture<Void> scanning = closeAfter(timeout, channel);
            try {
                return exchange(channel, document);
            } finally {
                scanning.cancel(false);
            }
        }
    }

    /**
     * Reads the answer even if the stream broke off: clamd answers in the middle of a stream that is too long, and
     * closes the connection. Such an answer never means clean.
     */
    private static String exchange(SocketChannel channel, Pieces document) throws IOException {
        try {
            send(channel, document);
        } catch (ClosedChannelException late) {
            throw late;
        } catch (IOException brokenOff) {
            String answer = receive(channel);
            if (ClamdAnswer.isClean(answer)) {
                throw brokenOff;
            }
            return answer;
        }
        return receive(channel);
    }

    private static void send(SocketChannel channel, Pieces document) throws IOException {
        write(channel, COMMAND);
        for (byte[] piece = document.next(); piece != null; piece = document.next()) {
            write(channel, length(piece.length));
            write(channel, piece);
        }
        write(channel, length(0));
    }

    private static byte[] length(int bytes) {
        return ByteBuffer.allocate(Integer.BYTES).putInt(bytes).array();
    }

    private static void write(SocketChannel channel, byte[] bytes) throws IOException {
        for (ByteBuffer buffer = ByteBuffer.wrap(bytes); buffer.hasRemaining(); ) {
            channel.write(buffer);
        }
    }

    private static String receive(SocketChannel channel) throws IOException {
        ByteBuffer answer = ByteBuffer.allocate(LONGEST_ANSWER);
        while (answer.hasRemaining() && channel.read(answer) >= 0) {
            int last = answer.position() - 1;
            if (last >= 0 && answer.get(last) == 0) {
                return new String(answer.array(), 0, last, US_ASCII);
            }
        }
        throw new EOFException("clamd sent no whole answer");
    }

    private static CompletableFuture<Void> closeAfter(Duration delay, SocketChannel channel) {
        return CompletableFuture.runAsync(
                () -> close(channel), CompletableFuture.delayedExecutor(delay.toMillis(), TimeUnit.MILLISECONDS));
    }

    private static void close(SocketChannel channel) {
        try {
            channel.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
