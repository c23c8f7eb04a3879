package io.zizhi.notification.outbound;

import io.netty.resolver.dns.DnsServerAddressStreamProvider;
import io.netty.resolver.dns.SingletonDnsServerAddressStreamProvider;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** A name server on this machine. It never answers queries for hosts below {@code silent.test}. */
final class NameServerDouble implements AutoCloseable {

    private static final int A = 1;
    private static final int AAAA = 28;
    private static final int NS = 2;
    private static final int HEADER = 12;
    private static final int NO_SUCH_NAME = 3;

    private final DatagramSocket socket;
    private final Map<String, List<InetAddress>> hosts = new ConcurrentHashMap<>();
    private final List<String> queries = new CopyOnWriteArrayList<>();
    private volatile boolean refersOnce;

    NameServerDouble() throws SocketException {
        socket = new DatagramSocket(0, InetAddress.getLoopbackAddress());
        Thread thread = new Thread(this::serve, "name-server");
        thread.setDaemon(true);
        thread.start();
    }

    DnsServerAddressStreamProvider address() {
        return new SingletonDnsServerAddressStreamProvider(
                new InetSocketAddress(InetAddress.getLoopbackAddress(), socket.getLocalPort()));
    }

    void host(String name, InetAddress... addresses) {
        hosts.put(name, List.of(addresses));
    }

    /** Answers the next query by naming 127.0.0.9 as the name server to ask. */
    void referOnce() {
        refersOnce = true;
    }

    /** Returns the queried names, each as often as it was queried. */
    List<String> queries() {
        return queries;
    }

    private void serve() {
        byte[] buffer = new byte[512];
        try {
            while (true) {
                DatagramPacket query = new DatagramPacket(buffer, buffer.length);
                socket.receive(query);
                byte[] answer = answer(ByteBuffer.wrap(buffer, 0, query.getLength()));
                if (answer.length > 0) {
                    socket.send(new DatagramPacket(answer, answer.length, query.getSocketAddress()));
                }
            }
        } catch (SocketException closed) {
            // The test is over.
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private byte[] answer(ByteBuffer query) {
        short id = query.getShort(0);
        query.position(HEADER);
        StringBuilder name = new StringBuilder();
        for (int length = query.get(); length > 0; length = query.get()) {
            byte[] label = new byte[length];
            query.get(label);
            name.append(name.isEmpty() ? "" : ".").append(new String(label, StandardCharsets.US_ASCII));
        }
        int type = query.getShort();
        byte[] question = new byte[query.position() + 2 - HEADER];
        query.position(HEADER).get(question);
        queries.add(name.toString());
        if (name.toString().endsWith("silent.test")) {
            return new byte[0];
        }
        if (refersOnce) {
            refersOnce = false;
            return message(id, question, 0, List.of(), true);
        }
        List<InetAddress> addresses = hosts.get(name.toString());
        return message(
                id,
                question,
                addresses == null ? NO_SUCH_NAME : 0,
                addresses == null
                        ? List.of()
                        : addresses.stream().filter(each -> type(each) == type).toList(),
                false);
    }

    private static int type(InetAddress address) {
        return address.getAddress().length == 4 ? A : AAAA;
    }

    private static byte[] message(short id, byte[] question, int code, List<InetAddress> addresses, boolean referral) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int flags = 0x8580 | code;
        shorts(out, id, flags, 1, addresses.size(), referral ? 1 : 0, referral ? 1 : 0);
        out.writeBytes(question);
        // Each name is a pointer to the one of the question, which is then the name of its own name server.
        addresses.forEach(address -> record(out, type(address), address.getAddress()));
        if (referral) {
            record(out, NS, new byte[] {(byte) 0xC0, HEADER});
            record(out, A, new byte[] {127, 0, 0, 9});
        }
        return out.toByteArray();
    }

    private static void record(ByteArrayOutputStream out, int type, byte[] data) {
        shorts(out, 0xC000 | HEADER, type, 1, 0, 60, data.length);
        out.writeBytes(data);
    }

    private static void shorts(ByteArrayOutputStream out, int... values) {
        for (int value : values) {
            out.write(value >> Byte.SIZE);
            out.write(value);
        }
    }

    @Override
    public void close() {
        socket.close();
    }
}
