package io.zizhi.faults.suite;

import io.zizhi.local.layout.Service;
import io.zizhi.local.server.Port;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Sends new connections to the ready instances of each service only, as Kubernetes does. It checks readiness several
 * times a second and never moves an open connection.
 */
public final class Rotation implements AutoCloseable {

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(150);
    private static final int PATIENCE_MILLIS = 1_000;
    private static final int OK = 200;

    private final FaultySuite suite;
    private final List<Thread> threads = new ArrayList<>();
    private volatile boolean stopped;

    private Rotation(FaultySuite suite) {
        this.suite = suite;
    }

    public static Rotation of(FaultySuite suite) {
        Rotation rotation = new Rotation(suite);
        for (Service service : Service.values()) {
            suite.front(service).connectBlindly();
            suite.internalFront(service).connectBlindly();
            rotation.threads.add(
                    Thread.ofVirtual().name("rotation-" + service.word()).start(() -> rotation.follow(service)));
        }
        return rotation;
    }

    private void follow(Service service) {
        List<Integer> led = List.of();
        while (!stopped) {
            List<Integer> ready = suite.instances(service).stream()
                    .map(Instance::port)
                    .filter(Rotation::isReady)
                    .toList();
            // without a ready instance nothing changes, and clients see failures
            if (!ready.isEmpty() && !ready.equals(led)) {
                suite.leadTo(service, ready);
                led = ready;
            }
            Pauses.unlessInterrupted(BETWEEN_LOOKS);
        }
    }

    /**
     * Waits until {@code instance} has been ready for {@code length} without a break, like the
     * {@code minReadySeconds} of a Deployment.
     *
     * @return false if that took longer than {@code patience}
     */
    public boolean staysReady(Instance instance, Duration length, Duration patience) {
        long start = System.nanoTime();
        long since = start;
        while (!stopped && System.nanoTime() - since < length.toNanos()) {
            if (System.nanoTime() - start > patience.toNanos()) {
                return false;
            }
            Pauses.of(BETWEEN_LOOKS);
            if (!isReady(instance.port())) {
                since = System.nanoTime();
            }
        }
        return true;
    }

    private static boolean isReady(int port) {
        URI health = URI.create("http://127.0.0.1:" + Port.management(port) + "/q/health/ready");
        try {
            HttpURLConnection connection = (HttpURLConnection) health.toURL().openConnection();
            connection.setConnectTimeout(PATIENCE_MILLIS);
            connection.setReadTimeout(PATIENCE_MILLIS);
            return connection.getResponseCode() == OK;
        } catch (IOException unreachable) {
            return false;
        }
    }

    @Override
    public void close() {
        stopped = true;
        threads.forEach(Thread::interrupt);
    }
}
