package io.zizhi.e2e.shutdown;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.zizhi.e2e.RunningSuite;
import io.zizhi.local.layout.Replica;
import io.zizhi.local.layout.Service;
import io.zizhi.local.server.Port;
import io.zizhi.local.suite.Suite;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Stops one of two replicas with SIGTERM while clients send requests continuously over keep-alive connections. New
 * connections go to that replica as long as it reports readiness, as behind a load balancer.
 */
@Tag("long")
class GracefulShutdownIT {

    private static final String SERVICE = Service.NOTIFICATION.module();
    private static final String ENDING = SERVICE + "-ending";
    private static final int CLIENTS = 16;
    private static final int REQUESTS = 2_000;
    private static final int BEFORE_THE_END = REQUESTS / 4;
    private static final int OK = 200;

    private final Suite suite = RunningSuite.get();
    private final int endingPort = Port.freeWithManagement();
    private final int otherPort = URI.create(suite.url(SERVICE)).getPort();
    private final AtomicInteger sent = new AtomicInteger();
    private final AtomicInteger closedInOrder = new AtomicInteger();
    private final CountDownLatch beforeTheEnd = new CountDownLatch(BEFORE_THE_END);
    private final Queue<String> failures = new ConcurrentLinkedQueue<>();
    private volatile boolean ready = true;
    private volatile boolean ended;

    @Test
    void no_request_fails_during_replica_shutdown() throws InterruptedException {
        // as in production: the local delay of one second is over before a stalled client has noticed
        suite.startReplica(
                new Replica(Service.NOTIFICATION, ENDING, endingPort, Map.of("quarkus.shutdown.delay", "10S")));
        String request = "GET /v1/operations/dead-letters HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer "
                + suite.token("operator") + "\r\n\r\n";
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int client = 0; client < CLIENTS; client++) {
                threads.execute(() -> sendUntilEnded(request));
            }
            threads.execute(this::watchReadiness);
            assertThat(beforeTheEnd.await(3, TimeUnit.MINUTES)).isTrue();
            suite.processes().stop(ENDING);
            ended = true;
        }
        assertThat(ready).as("ready at the end").isFalse();
        assertThat(failures).as("failures of " + sent + " requests").isEmpty();
        assertThat(sent.get()).isGreaterThanOrEqualTo(REQUESTS);
        assertThat(closedInOrder.get()).as("connections closed in order").isGreaterThanOrEqualTo(CLIENTS);
    }

    private void sendUntilEnded(String request) {
        try (KeepAliveClient client = new KeepAliveClient(() -> ready ? endingPort : otherPort, request)) {
            while (!ended || sent.get() < REQUESTS) {
                send(client);
            }
            closedInOrder.addAndGet(client.closedInOrder());
        }
    }

    private void send(KeepAliveClient client) {
        try {
            int status = client.send();
            if (status != OK) {
                failures.add("Status " + status);
            }
        } catch (IOException failure) {
            failures.add(failure.toString());
            client.close();
        }
        sent.incrementAndGet();
        beforeTheEnd.countDown();
    }

    private void watchReadiness() {
        URI health = URI.create("http://127.0.0.1:" + Port.management(endingPort) + "/q/health/ready");
        await().pollInterval(Duration.ofMillis(100))
                .atMost(Duration.ofMinutes(4))
                .until(() -> !isReady(health));
        ready = false;
    }

    private static boolean isReady(URI health) {
        try {
            return ((HttpURLConnection) health.toURL().openConnection()).getResponseCode() == OK;
        } catch (IOException unreachable) {
            return false;
        }
    }
}
