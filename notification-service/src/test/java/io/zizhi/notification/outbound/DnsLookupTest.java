package io.zizhi.notification.outbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.netty.channel.nio.NioEventLoopGroup;
import io.netty.util.NetUtil;
import io.smallrye.mutiny.helpers.test.UniAssertSubscriber;
import java.net.InetAddress;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DnsLookupTest {

    private static final NioEventLoopGroup THREAD = new NioEventLoopGroup(1);
    private static final InetAddress FIRST = address("192.0.2.1");
    private static final InetAddress SECOND = address("2001:db8::2");

    private NameServerDouble server;

    @BeforeEach
    void start() throws SocketException {
        server = new NameServerDouble();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @AfterAll
    static void close() {
        THREAD.shutdownGracefully(0, 30, TimeUnit.SECONDS).syncUninterruptibly();
    }

    @Test
    void silent_name_servers_delay_nobody_else() {
        server.host("hooks.test", FIRST);
        DnsLookup patient = lookup(Duration.ofMinutes(1));
        List<UniAssertSubscriber<List<InetAddress>>> waiting = IntStream.range(0, 500)
                .mapToObj(each ->
                        patient.of(each + ".silent.test").subscribe().withSubscriber(UniAssertSubscriber.create()))
                .toList();
        assertThat(resolve(patient, "hooks.test")).containsExactly(FIRST);
        waiting.forEach(UniAssertSubscriber::assertNotTerminated);
        waiting.forEach(UniAssertSubscriber::cancel);
    }

    @Test
    void query_that_is_not_answered_times_out() {
        assertThatThrownBy(() -> resolve(lookup(Duration.ofMillis(100)), "hooks.silent.test"))
                .hasCauseInstanceOf(UnknownHostException.class);
    }

    @Test
    void unknown_host_fails() {
        assertThatThrownBy(() -> resolve(lookup(Duration.ofMinutes(1)), "nobody.test"))
                .hasCauseInstanceOf(UnknownHostException.class);
    }

    @Test
    void returns_all_addresses_and_asks_again_each_time() {
        DnsLookup lookup = lookup(Duration.ofMinutes(1));
        server.host("hooks.test", FIRST, SECOND);
        assertThat(resolve(lookup, "hooks.test")).containsExactly(FIRST, SECOND);
        server.host("hooks.test", SECOND);
        assertThat(resolve(lookup, "hooks.test")).containsExactly(SECOND);
    }

    @Test
    void reads_the_hosts_file_and_literal_addresses_without_a_query() {
        DnsLookup lookup = lookup(Duration.ofMinutes(1));
        assertThat(resolve(lookup, "localhost")).contains(InetAddress.getLoopbackAddress());
        assertThat(resolve(lookup, "192.0.2.1")).containsExactly(FIRST);
        assertThat(resolve(lookup, "2001:db8::2")).containsExactly(SECOND);
        assertThat(server.queries()).isEmpty();
    }

    @Test
    void does_not_follow_a_referral_to_another_name_server() {
        server.host("hooks.test", FIRST, SECOND);
        server.referOnce();
        assertThat(resolve(lookup(Duration.ofMinutes(1)), "hooks.test")).containsExactly(FIRST, SECOND);
        assertThat(server.queries()).containsExactly("hooks.test", "hooks.test", "hooks.test");
    }

    private DnsLookup lookup(Duration queryTimeout) {
        return new DnsLookup(THREAD, queryTimeout, server.address());
    }

    private static List<InetAddress> resolve(DnsLookup lookup, String host) {
        return lookup.of(host).await().atMost(Duration.ofSeconds(30));
    }

    private static InetAddress address(String literal) {
        return NetUtil.createInetAddressFromIpAddressString(literal);
    }
}
