package io.zizhi.document.intake;

import io.smallrye.mutiny.Uni;
import io.zizhi.document.storage.StorageSettings;
import io.zizhi.platform.problem.Problems;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

/** How many uploads may be in work at once, because each holds its bytes in memory. */
@ApplicationScoped
class UploadPlaces {

    private static final Duration RETRY_AFTER = Duration.ofSeconds(2);

    private final Semaphore free;

    UploadPlaces(StorageSettings settings) {
        this.free = new Semaphore(settings.maxUploads());
    }

    /** Does the work with a place of its own, or fails at once when all are taken. */
    <T> Uni<T> occupy(Supplier<Uni<? extends T>> work) {
        return Uni.createFrom()
                .deferred(() -> free.tryAcquire()
                        ? Uni.createFrom().<T>deferred(work).onTermination().invoke(() -> free.release())
                        : Uni.createFrom()
                                .failure(Problems.unavailable(
                                        "UPLOADS_BUSY", "Too many uploads are in work at the moment.", RETRY_AFTER)));
    }
}
