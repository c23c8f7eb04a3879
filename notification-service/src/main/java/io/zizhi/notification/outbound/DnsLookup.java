package io.zizhi.notification.outbound;

import io.netty.channel.EventLoop;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.socket.nio.NioDatagramChannel;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.resolver.dns.AuthoritativeDnsServerCache;
import io.netty.resolver.dns.DnsNameResolver;
import io.netty.resolver.dns.DnsNameResolverBuilder;
import io.netty.resolver.dns.DnsServerAddressStream;
import io.netty.resolver.dns.DnsServerAddressStreamProvider;
import io.netty.resolver.dns.DnsServerAddressStreamProviders;
import io.netty.resolver.dns.NoopDnsCache;
import io.netty.resolver.dns.NoopDnsCnameCache;
import io.netty.util.concurrent.Future;
import io.smallrye.mutiny.Uni;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * Looks up hosts in the hosts file, as it was at the start, and at the name servers of {@code /etc/resolv.conf} with its
 * search domains. A look-up occupies no thread, so name servers of receivers that never answer delay nobody else. It
 * caches nothing: the owners of the names choose how long an answer is valid, and so would fill the memory.
 */
final class DnsLookup implements FindAddress.Lookup {

    /** Queries of one look-up: addresses of both families, alias names, and a second name server. */
    private static final int QUERIES = 16;

    private final DnsNameResolver resolver;

    /** @param queryTimeout of one query to one name server; a look-up may need several */
    DnsLookup(EventLoopGroup threads, Duration queryTimeout) {
        this(threads, queryTimeout, DnsServerAddressStreamProviders.platformDefault());
    }

    /** @param servers name servers, for tests */
    DnsLookup(EventLoopGroup threads, Duration queryTimeout, DnsServerAddressStreamProvider servers) {
        this.resolver = new DnsNameResolverBuilder(threads.next())
                .datagramChannelType(NioDatagramChannel.class)
                .socketChannelType(NioSocketChannel.class)
                .nameServerProvider(servers)
                .queryTimeoutMillis(queryTimeout.toMillis())
                .maxQueriesPerResolve(QUERIES)
                .resolveCache(NoopDnsCache.INSTANCE)
                .cnameCache(NoopDnsCnameCache.INSTANCE)
                .authoritativeDnsServerCache(new WithoutReferrals(servers))
                .build();
    }

    @Override
    public Uni<List<InetAddress>> of(String host) {
        return Uni.createFrom().deferred(() -> {
            Future<List<InetAddress>> found = resolver.resolveAll(host);
            CompletableFuture<List<InetAddress>> addresses = new CompletableFuture<>();
            var listening = found.addListener(done -> {
                if (found.isSuccess()) {
                    addresses.complete(found.getNow());
                } else {
                    addresses.completeExceptionally(found.cause());
                }
            });
            assert listening != null;
            return Uni.createFrom().completionStage(addresses).onCancellation().invoke(() -> found.cancel(false));
        });
    }

    /**
     * Asks the configured name servers whenever an answer refers to others. A receiver's name server could otherwise
     * let this service send packets to any address.
     */
    private record WithoutReferrals(DnsServerAddressStreamProvider servers) implements AuthoritativeDnsServerCache {

        @Override
        public DnsServerAddressStream get(String hostname) {
            return servers.nameServerAddressStream(hostname);
        }

        @Override
        public void cache(String hostname, InetSocketAddress address, long originalTtl, EventLoop loop) {
            // Referrals are not followed.
        }

        @Override
        public void clear() {
            // Nothing is cached.
        }

        @Override
        public boolean clear(String hostname) {
            return false;
        }
    }
}
