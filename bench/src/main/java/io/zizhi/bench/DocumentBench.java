package io.zizhi.bench;

import io.zizhi.bench.peer.PlainS3;
import io.zizhi.bench.site.Figures;
import io.zizhi.bench.site.Report;
import io.zizhi.bench.site.Site;
import io.zizhi.e2e.Api;
import io.zizhi.local.server.Port;
import io.zizhi.local.server.ServerProcess;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Measures uploads of 5 MiB: received, validated, encrypted, stored and recorded. The file is a PDF, which is not
 * re-encoded. In turn with each upload, the same bytes are put into the same object store directly. Then eight clients
 * upload at once, while the heap is watched.
 */
final class DocumentBench {

    private static final String SERVICE = "document-service";
    private static final int SIZE = 5_242_880;
    private static final int WARM_UP = 30;
    private static final int ROUNDS = 60;
    private static final int CLIENTS = 8;
    private static final int EACH = 20;
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    /** Suits a heap of 512 MB: eight documents and their copies at once. */
    private static final Map<String, String> SETTINGS = Map.of(
            "zizhi.limits.upload-memory", "64M",
            "zizhi.limits.upload-memory-per-account", "64M",
            "zizhi.limits.storing-memory", "96M",
            "zizhi.limits.unused-bytes", "100G",
            "zizhi.limits.uploads-per-minute", "100000");

    private final Site site;
    private final Report report;

    DocumentBench(Site site, Report report) {
        this.site = site;
        this.report = report;
    }

    void run() throws InterruptedException {
        ServerProcess service = site.start(SERVICE, SETTINGS);
        try {
            URI uploads = URI.create("http://127.0.0.1:" + service.port() + "/v1/documents?kind=MORE_MATERIAL");
            oneAfterTheOther(uploads);
            atOnce(uploads, service.port());
        } finally {
            service.stop();
        }
    }

    private void oneAfterTheOther(URI uploads) {
        Api applicant = new Api(site.token("applicant-a"), PATIENCE);
        PlainS3 plain = new PlainS3(site.objectStore());
        List<Double> uploaded = new ArrayList<>();
        List<Double> put = new ArrayList<>();
        for (int round = 0; round < WARM_UP + ROUNDS; round++) {
            byte[] pdf = pdf(round);
            String key = "bench/" + round;
            double direct = milliseconds(() -> plain.put(key, pdf));
            double whole = milliseconds(
                    () -> applicant.upload(uploads, "application/pdf", pdf).expect(201));
            if (round >= WARM_UP) {
                put.add(direct);
                uploaded.add(whole);
            }
        }
        Figures peer = Figures.of("peer: plain put of the same bytes", "ms", put);
        Figures own = Figures.of("upload of 5 MiB, requested → answered, without re-encoding", "ms", uploaded);
        report.note(ROUNDS + " of each in turn, after " + WARM_UP + " not counted");
        report.rounds(List.of(own, peer));
        report.note(
                "throughput by the medians: %.2f of a plain put".formatted(peer.percentile(0.5) / own.percentile(0.5)));
        report.note("re-encoding and recognition are not part of it");
    }

    private void atOnce(URI uploads, int port) throws InterruptedException {
        AtomicBoolean ends = new AtomicBoolean();
        try (ExecutorService clients = Executors.newFixedThreadPool(CLIENTS + 1)) {
            Future<double[]> heap = clients.submit(() -> watchHeap(port, ends));
            List<Callable<Void>> work = new ArrayList<>();
            for (int client = 0; client < CLIENTS; client++) {
                int seed = 1_000 + client * EACH;
                work.add(() -> {
                    Api applicant = new Api(site.token(seed % 2 == 0 ? "applicant-a" : "applicant-b"), PATIENCE);
                    for (int upload = 0; upload < EACH; upload++) {
                        applicant
                                .upload(uploads, "application/pdf", pdf(seed + upload))
                                .expect(201);
                    }
                    return null;
                });
            }
            long start = System.nanoTime();
            for (Future<Void> done : clients.invokeAll(work)) {
                done.get();
            }
            double seconds = (System.nanoTime() - start) / 1e9;
            ends.set(true);
            double[] seen = heap.get();
            report.note("%d clients, %d uploads each, all answered 201: %.1f uploads/s, %.0f MB/s"
                    .formatted(CLIENTS, EACH, CLIENTS * EACH / seconds, CLIENTS * EACH * (SIZE / 1e6) / seconds));
            report.note("peak of the used heap, asked every 100 ms: %.0f MB of %.0f MB"
                    .formatted(seen[0] / 1e6, seen[1] / 1e6));
        } catch (ExecutionException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** Returns the largest used and the maximum heap in bytes. */
    private static double[] watchHeap(int port, AtomicBoolean ends) throws IOException, InterruptedException {
        double used = 0;
        double max = 0;
        try (HttpClient client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            HttpRequest metrics = HttpRequest.newBuilder(
                            URI.create("http://127.0.0.1:" + Port.management(port) + "/q/metrics"))
                    .header("Accept", "text/plain")
                    .build();
            while (!ends.get()) {
                String page = client.send(metrics, BodyHandlers.ofString()).body();
                used = Math.max(used, heap(page, "jvm_memory_used_bytes"));
                max = heap(page, "jvm_memory_max_bytes");
                TimeUnit.MILLISECONDS.sleep(100);
            }
        }
        return new double[] {used, max};
    }

    private static double heap(String page, String metric) {
        return page.lines()
                .filter(line -> line.startsWith(metric + "{") && line.contains("area=\"heap\""))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }

    private static double milliseconds(Runnable work) {
        long start = System.nanoTime();
        work.run();
        return (System.nanoTime() - start) / 1e6;
    }

    /** A valid file of exactly {@link #SIZE} bytes: a page, and a stream of noise that nothing shows. */
    private static byte[] pdf(int seed) {
        ByteArrayOutputStream file = new ByteArrayOutputStream(SIZE);
        StringBuilder offsets = new StringBuilder("0000000000 65535 f \n");
        file.writeBytes(ascii("%PDF-1.4\n"));
        for (String object : List.of(
                "1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n",
                "2 0 obj\n<< /Type /Pages /Kids [3 0 R] /Count 1 >>\nendobj\n",
                "3 0 obj\n<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] >>\nendobj\n")) {
            offsets.append("%010d 00000 n \n".formatted(file.size()));
            file.writeBytes(ascii(object));
        }
        offsets.append("%010d 00000 n \n".formatted(file.size()));
        String tail = "\nendstream\nendobj\nxref\n0 5\n" + offsets
                + "trailer\n<< /Size 5 /Root 1 0 R >>\nstartxref\n%07d\n%%%%EOF\n";
        int end = tail.formatted(0).length();
        int noise = SIZE - file.size() - end - "4 0 obj\n<< /Length 0000000 >>\nstream\n".length();
        file.writeBytes(ascii("4 0 obj\n<< /Length %07d >>\nstream\n".formatted(noise)));
        byte[] bytes = new byte[noise];
        new Random(seed).nextBytes(bytes);
        file.writeBytes(bytes);
        int start = file.size() + "\nendstream\nendobj\n".length();
        file.writeBytes(ascii(tail.formatted(start)));
        return file.toByteArray();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
