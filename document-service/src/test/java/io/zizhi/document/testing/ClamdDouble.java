package io.zizhi.document.testing;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;

/** Speaks clamd's protocol INSTREAM, with a scripted answer to each stream. */
public final class ClamdDouble implements AutoCloseable {

    /** What a connection does. */
    public interface Script {
        void play(DataInputStream in, OutputStream out) throws Exception;
    }

    private final ServerSocketChannel entrance;

    private ClamdDouble(ServerSocketChannel entrance, Script script) {
        this.entrance = entrance;
        Thread.ofVirtual().start(() -> accept(script));
    }

    /** Listens on a free port of the loopback interface. */
    public static ClamdDouble onPort(Script script) {
        try {
            return listening(
                    ServerSocketChannel.open(), new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), script);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    public static ClamdDouble onSocket(Path socket, Script script) {
        try {
            return listening(
                    ServerSocketChannel.open(StandardProtocolFamily.UNIX), UnixDomainSocketAddress.of(socket), script);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static ClamdDouble listening(ServerSocketChannel entrance, SocketAddress address, Script script)
            throws IOException {
        return new ClamdDouble(entrance.bind(address), script);
    }

    /** Returns the port. */
    public int port() {
        try {
            return ((InetSocketAddress) entrance.getLocalAddress()).getPort();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Reads the command and the whole stream; returns the streamed bytes. */
    public static byte[] readStream(DataInputStream in) throws IOException {
        byte[] command = in.readNBytes("zINSTREAM\0".length());
        if (!new String(command, US_ASCII).equals("zINSTREAM\0")) {
            throw new IOException("Not the command INSTREAM");
        }
        ByteArrayOutputStream stream = new ByteArrayOutputStream();
        for (int length = in.readInt(); length != 0; length = in.readInt()) {
            stream.write(in.readNBytes(length));
        }
        return stream.toByteArray();
    }

    public static void answer(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(US_ASCII));
        out.flush();
    }

    private void accept(Script script) {
        while (entrance.isOpen()) {
            try {
                SocketChannel connection = entrance.accept();
                Thread.ofVirtual().start(() -> serve(connection, script));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private static void serve(SocketChannel connection, Script script) {
        try (connection) {
            script.play(new DataInputStream(Channels.newInputStream(connection)), Channels.newOutputStream(connection));
        } catch (Exception gone) {
            // The client has closed the connection.
        }
    }

    @Override
    public void close() {
        try {
            entrance.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
