package io.zizhi.faults.suite;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;

/**
 * Sends requests to a service continuously over keep-alive connections, as clients do, and counts those without a
 * success response. It requests an endpoint that all services have and that reads from the database.
 */
public final class SteadyRequests implements AutoCloseable {

    private static final int CLIENTS = 4;
    private static final Duration BETWEEN = Duration.ofMillis(50);
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int OK = 200;

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PATIENCE)
            .build();
    private final HttpRequest request;
    private final AtomicLong answered = new AtomicLong();
    private final Queue<String> failures = new ConcurrentLinkedQueue<>();
    private final List<Thread> threads;
    private volatile boolean stopped;

    private SteadyRequests(int port, String token) {
        this.request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/v1/operations"))
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + token)
                .build();
        this.threads = IntStream.range(0, CLIENTS)
                .mapToObj(number -> Thread.ofVirtual().unstarted(this::askAgainAndAgain))
                .toList();
    }

    public static SteadyRequests to(int port, String token) {
        SteadyRequests requests = new SteadyRequests(port, token);
        requests.threads.forEach(Thread::start);
        return requests;
    }

    private void askAgainAndAgain() {
        while (!stopped) {
            try {
                int status = client.send(request, BodyHandlers.discarding()).statusCode();
                if (status == OK) {
                    answered.incrementAndGet();
                } else {
                    failures.add("status " + status);
                }
            } catch (IOException failure) {
                failures.add(failure.toString());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
            Pauses.of(BETWEEN);
        }
    }

    /**
     * Ends the requests.
     *
     * @return a text for people with the number of requests
     * @throws IllegalStateException if one failed
     */
    public String allAnswered() {
        close();
        if (!failures.isEmpty()) {
            throw new IllegalStateException(failures.size() + " of " + (failures.size() + answered.get())
                    + " requests failed, the first with " + failures.peek());
        }
        return "all " + answered.get() + " requests succeeded";
    }

    @Override
    public void close() {
        stopped = true;
        try {
            for (Thread thread : threads) {
                thread.join();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
