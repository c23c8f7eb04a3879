package io.zizhi.platform.operations.audit.anchor;

import io.minio.MinioClient;
import io.smallrye.mutiny.Uni;
import io.zizhi.platform.runtime.blocking.OwnThread;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import okhttp3.OkHttpClient;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** The anchors of this service: its key and its store. */
@ApplicationScoped
public class Anchors {

    /** How long the store may take: much longer than a disk, and shorter than a round of background work. */
    private static final Duration LIMIT = Duration.ofSeconds(20);

    /** Time for a connection to the bucket; two seconds cover one lost packet. */
    private static final Duration CONNECT = Duration.ofSeconds(2);

    private static final Duration REQUEST = Duration.ofSeconds(5);

    private static final Logger LOG = Logger.getLogger(Anchors.class);

    private final String service;
    private final Optional<Signed> signed;
    private final OwnThread thread = new OwnThread("audit-anchors", LIMIT);

    /** A key and the store of what it signs. */
    public record Signed(AnchorKey key, AnchorStore store) {}

    Anchors(
            AnchorSettings settings,
            AnchorBucketSettings bucket,
            Clock clock,
            @ConfigProperty(name = "quarkus.application.name") String service) {
        this.service = service;
        this.signed = settings.key()
                .map(key -> new AnchorKey(key, settings.formerKeys().orElse(List.of())))
                .flatMap(key -> store(settings, bucket, key, clock).map(store -> new Signed(key, store)));
    }

    private Optional<AnchorStore> store(
            AnchorSettings settings, AnchorBucketSettings bucket, AnchorKey key, Clock clock) {
        return bucket.bucket()
                .<AnchorStore>map(name -> new S3AnchorStore(
                        new AnchorBucket(client(bucket), name, service + "/"),
                        bucket.retention(),
                        each -> key.hasSigned(each) && each.anchor().service().equals(service),
                        clock))
                .or(() -> settings.folder().map(folder -> new FileAnchorStore(folder.resolve(service + ".anchors"))));
    }

    private static MinioClient client(AnchorBucketSettings settings) {
        return MinioClient.builder()
                .endpoint(settings.endpoint().orElseThrow().toString())
                .region(settings.region())
                .credentials(
                        settings.accessKey().orElseThrow(), settings.secretKey().orElseThrow())
                .httpClient(
                        new OkHttpClient.Builder()
                                .connectTimeout(CONNECT)
                                .callTimeout(REQUEST)
                                .build(),
                        true)
                .build();
    }

    public String service() {
        return service;
    }

    /** Returns key and store; empty if this installation has no anchors. */
    public Optional<Signed> signed() {
        return signed;
    }

    /**
     * Checks at the start of the service that its store protects the anchors. A store that does not answer now is not
     * checked later, because every anchor is checked when it is written.
     *
     * @throws IllegalStateException if the store does not
     */
    void requireProtection() {
        try {
            signed.ifPresent(each -> each.store().requireProtection());
        } catch (UncheckedIOException outage) {
            LOG.warnf("Audit anchors: %s", outage.getMessage());
        }
    }

    /** Runs work with the store, one call at a time. Fails if the store hangs, as a network folder may. */
    public <T> Uni<T> call(Callable<T> work) {
        return thread.call(work);
    }

    @PreDestroy
    void stop() {
        thread.stop();
    }
}
