package io.zizhi.document.intake;

import io.smallrye.mutiny.Uni;
import io.zizhi.document.storage.StorageSettings;
import io.zizhi.platform.problem.Problems;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * How many uploads may be in work at once, because each holds its bytes in memory. Uploads that come together, as those
 * of one application do, wait for each other on their worker threads.
 */
@ApplicationScoped
class UploadPlaces {

    private static final Duration RETRY_AFTER = Duration.ofSeconds(2);

    private final Semaphore free;
    private final Duration patience;

    UploadPlaces(StorageSettings settings) {
        this.free = new Semaphore(settings.maxUploads(), true);
        this.patience = settings.uploadPatience();
    }

    /** Does the work with a place of its own, or fails when none is free within the patience. Blocks meanwhile. */
    <T> Uni<T> occupy(Supplier<Uni<? extends T>> work) {
        return Uni.createFrom()
                .deferred(() -> acquire()
                        ? Uni.createFrom().<T>deferred(work).onTermination().invoke(() -> free.release())
                        : Uni.createFrom()
                                .failure(Problems.unavailable(
                                        "UPLOADS_BUSY", "Too many uploads are in work at the moment.", RETRY_AFTER)));
    }

    private boolean acquire() {
        try {
            return free.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
