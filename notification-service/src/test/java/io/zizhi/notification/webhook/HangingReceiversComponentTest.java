package io.zizhi.notification.webhook;

import static io.zizhi.platform.testkit.Waits.await;

import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.zizhi.notification.Rows;
import io.zizhi.platform.testkit.LocalInfrastructure;
import io.zizhi.platform.testkit.Reactive;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(LocalInfrastructure.class)
class HangingReceiversComponentTest {

    private static final int RECEIVERS = 4;
    private static final int WEBHOOKS_EACH = 8;

    /** Long enough for one time-out of ten seconds; waiting for all hanging receivers would take eighty. */
    private static final Duration SOON = Duration.ofSeconds(40);

    @Inject
    QueueWebhook queue;

    private final String run = UUID.randomUUID().toString();
    private final List<ServerSocket> silent = new ArrayList<>();

    @Test
    void do_not_delay_other_receivers() throws IOException {
        for (int receiver = 0; receiver < RECEIVERS; receiver++) {
            ServerSocket socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
            silent.add(socket);
            for (int webhook = 0; webhook < WEBHOOKS_EACH; webhook++) {
                queue(receiver + "-" + webhook, socket.getLocalPort());
            }
        }
        AtomicInteger received = new AtomicInteger();
        HttpServer answering = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        answering.createContext("/", exchange -> {
            received.incrementAndGet();
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        answering.start();
        try {
            queue("last", answering.getAddress().getPort());
            await().atMost(SOON).until(() -> received.get() == 1);
        } finally {
            answering.stop(0);
        }
    }

    @AfterEach
    void letNothingHang() throws IOException {
        Rows.change("delete from webhook_delivery where webhook_id like '%" + run + "'");
        for (ServerSocket socket : silent) {
            socket.close();
        }
    }

    private void queue(String id, int port) {
        Receiver receiver = new Receiver("http://127.0.0.1:" + port + "/", Receiver.newSecret());
        Reactive.run(() ->
                queue.queue(new WebhookOrder(id + run, "staff", receiver, "{}")).replaceWith(true));
    }
}
