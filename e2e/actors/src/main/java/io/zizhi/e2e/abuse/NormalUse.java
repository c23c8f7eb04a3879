package io.zizhi.e2e.abuse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.zizhi.e2e.Addresses;
import io.zizhi.e2e.Api;
import io.zizhi.e2e.Api.Answer;
import io.zizhi.e2e.Form;
import io.zizhi.e2e.Login;
import io.zizhi.e2e.Specimen;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * The second account's requests, one after another. The account drafts, checks, lists, uploads, views, downloads the
 * template, and deletes its drafts.
 */
final class NormalUse implements AutoCloseable {

    /** The response time that the suite guarantees, whatever other accounts do. */
    static final Duration PROMISE = Duration.ofSeconds(5);

    private static final String USER = "applicant-b";

    private final Addresses addresses;
    private final Api api;
    private final byte[] picture = Specimen.idEmblem("2020-01-01 - 2040-01-01");
    private final Thread thread;
    private final List<Request> requests = new ArrayList<>();
    private volatile boolean over;

    /** @param failure empty if it succeeded */
    record Request(String what, Duration took, String failure) {}

    NormalUse(Addresses addresses) {
        this.addresses = addresses;
        this.api = new Api(Login.token(USER, addresses), PROMISE.multipliedBy(4));
        this.thread = Thread.ofPlatform().name("second account").start(this::work);
    }

    /** Returns the requests since the last call. */
    synchronized List<Request> taken() {
        List<Request> taken = List.copyOf(requests);
        requests.clear();
        return taken;
    }

    @Override
    public void close() {
        over = true;
        try {
            thread.join();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void work() {
        while (!over) {
            ObjectNode form = Form.begun("日常" + System.nanoTime());
            JsonNode draft = done("draft", 201, () -> api.post(qualification("/v1/qualifications"), form));
            String path = "/v1/qualifications/" + draft.path("id").asLong();
            done("evaluate", 200, () -> api.post(qualification(path + "/evaluation"), null));
            done("list", 200, () -> api.get(qualification("/v1/qualifications?limit=20")));
            String document = done("upload", 201, () -> api.upload(documents("?kind=ID_EMBLEM"), "image/png", picture))
                    .path("documentId")
                    .asText();
            done("view", 200, () -> api.get(documents("/" + document + "/content")));
            done("template", 200, () -> api.get(qualification("/v1/bulk-filings/template")));
            done(
                    "delete",
                    204,
                    () -> api.delete(
                            qualification(path),
                            "If-Match",
                            "\"" + draft.path("version").asLong() + "\""));
            done("delete document", 204, () -> api.delete(documents("/" + document)));
            Crowd.hold(50);
        }
    }

    private JsonNode done(String what, int expected, Supplier<Answer> request) {
        long start = System.nanoTime();
        try {
            Answer answer = request.get();
            String failure = answer.status() == expected
                    ? ""
                    : answer.status() + " " + answer.body().path("code").asText();
            note(new Request(what, since(start), failure));
            return answer.body();
        } catch (UncheckedIOException failed) {
            note(new Request(what, since(start), String.valueOf(failed.getCause())));
            return Api.JSON.createObjectNode();
        }
    }

    private static Duration since(long start) {
        return Duration.ofNanos(System.nanoTime() - start);
    }

    private synchronized void note(Request request) {
        requests.add(request);
    }

    private URI qualification(String path) {
        return URI.create(addresses.qualification() + path);
    }

    private URI documents(String path) {
        return URI.create(addresses.document() + "/v1/documents" + path);
    }

    /** Returns the time in milliseconds within which {@code share} of the requests were answered. */
    static double quantile(List<Request> requests, double share) {
        double[] millis = requests.stream()
                .mapToDouble(request -> request.took().toNanos() / 1e6)
                .sorted()
                .toArray();
        return millis.length == 0 ? 0 : millis[Math.min(millis.length - 1, (int) (millis.length * share))];
    }

    /** Returns the requests that failed or took too long. */
    static List<String> failures(List<Request> requests) {
        return requests.stream()
                .filter(request ->
                        !request.failure().isEmpty() || request.took().compareTo(PROMISE) > 0)
                .map(request -> request.what() + " after " + request.took().toMillis() + " ms: " + request.failure())
                .toList();
    }
}
