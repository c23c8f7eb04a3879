package io.zizhi.platform.http.connections;

import io.zizhi.platform.http.address.ClientAddress;
import io.zizhi.platform.http.address.TrustedProxies;
import io.zizhi.platform.http.limits.PlatformLimits;
import java.net.InetAddress;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Places and memory that the connections of one port share. One address gets a part of both. */
final class Listener {

    /** The part of the memory for unfinished headers that one address may use. */
    private static final int ADDRESS_PART = 4;

    private final ListenerKind kind;
    private final int most;
    private final int mostPerAddress;
    private final long mostHeaderBytes;
    private final TrustedProxies proxies;
    private final Map<String, Share> shares = new HashMap<>();
    private final Map<Cause, Long> closed = new ConcurrentHashMap<>();
    private int open;
    private long headerBytes;

    /** Why a connection was closed. */
    enum Cause {
        /** The port has no place left. */
        FULL,
        /** The address has no place left. */
        ADDRESS,
        /** The headers of a request were not complete in time. */
        SLOW,
        /** The unfinished headers were too large, too many, or more than the memory for all of them. */
        LARGE;

        String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** The part of an address; a trusted proxy is limited only by the whole. */
    static final class Share {

        private final String address;
        private final boolean trusted;
        private int connections;
        private long headerBytes;

        private Share(String address, boolean trusted) {
            this.address = address;
            this.trusted = trusted;
        }
    }

    Listener(ListenerKind kind, PlatformLimits limits, TrustedProxies proxies) {
        this.kind = kind;
        this.most = kind.mostConnections(limits);
        this.mostPerAddress = kind.mostConnectionsPerAddress(limits);
        this.mostHeaderBytes = limits.unfinishedHeaderBytes();
        this.proxies = proxies;
    }

    ListenerKind kind() {
        return kind;
    }

    /** Takes a place for a connection of {@code peer}. Returns empty, and counts it, if none is left. */
    synchronized Optional<Share> admit(InetAddress peer) {
        boolean trusted = proxies.isTrusted(peer);
        // a proxy does not lend its trust to others of its network
        String address = trusted ? "proxy " + peer.getHostAddress() : ClientAddress.of(peer.getHostAddress());
        Share share = shares.getOrDefault(address, new Share(address, trusted));
        if (open >= most) {
            count(Cause.FULL);
            return Optional.empty();
        }
        if (!share.trusted && share.connections >= mostPerAddress) {
            count(Cause.ADDRESS);
            return Optional.empty();
        }
        open++;
        share.connections++;
        shares.put(address, share);
        return Optional.of(share);
    }

    /** Gives back the place of a connection. */
    synchronized void leave(Share share) {
        open--;
        share.connections--;
        if (share.connections == 0) {
            shares.remove(share.address);
        }
    }

    /** Adds bytes of unfinished headers. Returns false if they are more than all, or the address, may have. */
    synchronized boolean hold(Share share, long bytes) {
        headerBytes += bytes;
        share.headerBytes += bytes;
        return headerBytes <= mostHeaderBytes && (share.trusted || share.headerBytes <= mostHeaderBytes / ADDRESS_PART);
    }

    /** Removes bytes of headers that are complete, or whose connection is closed. */
    synchronized void release(Share share, long bytes) {
        headerBytes -= bytes;
        share.headerBytes -= bytes;
    }

    void count(Cause cause) {
        closed.merge(cause, 1L, Long::sum);
    }

    long closed(Cause cause) {
        return closed.getOrDefault(cause, 0L);
    }

    synchronized int open() {
        return open;
    }
}
