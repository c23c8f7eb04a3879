package io.zizhi.document.intake;

import io.smallrye.mutiny.Uni;
import io.zizhi.document.storage.Places;
import io.zizhi.document.storage.Places.Place;
import io.zizhi.document.storage.StorageSettings;
import io.zizhi.platform.problem.Problems;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;

/**
 * How many uploads may be in work at once, in all and of one account, because each holds its bytes in memory for as long
 * as its sender takes. Uploads that come together, as those of one application do, wait for each other on their worker
 * threads.
 */
@ApplicationScoped
class UploadPlaces {

    private static final Duration RETRY_AFTER = Duration.ofSeconds(2);

    private final Places places;

    @Inject
    UploadPlaces(StorageSettings settings) {
        this(new Places(settings.maxUploads(), settings.uploadsPerAccount(), settings.uploadPatience()));
    }

    UploadPlaces(Places places) {
        this.places = places;
    }

    /** Does the work with a place of its own, or fails when there is none within the patience. Blocks meanwhile. */
    <T> Uni<T> occupy(String accountId, Supplier<Uni<? extends T>> work) {
        return Uni.createFrom().deferred(() -> {
            Place place = places.ask(accountId);
            Uni<T> attempt = isGranted(place) ? Uni.createFrom().deferred(work) : refusal();
            return attempt.onTermination().invoke(place::leave);
        });
    }

    private static boolean isGranted(Place place) {
        try {
            place.granted().get();
            return true;
        } catch (ExecutionException patienceEnded) {
            return false;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static <T> Uni<T> refusal() {
        return Uni.createFrom()
                .failure(Problems.unavailable(
                        "UPLOADS_BUSY", "Too many uploads are in work at the moment.", RETRY_AFTER));
    }
}
