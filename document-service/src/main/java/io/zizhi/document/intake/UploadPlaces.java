package io.zizhi.document.intake;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.zizhi.document.limits.Admission;
import io.zizhi.document.limits.DocumentLimits;
import io.zizhi.document.limits.TimeShare;
import io.zizhi.document.limits.Transfer;
import io.zizhi.platform.http.problem.Problems;
import io.zizhi.platform.runtime.blocking.FairBudget;
import io.zizhi.platform.runtime.blocking.FairBudget.Share;
import io.zizhi.platform.ticker.Ticker;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongConsumer;
import java.util.function.Supplier;

/**
 * Memory for uploads, in three budgets. The first is for bodies, from their first byte until they are stored. The
 * second is for decoded pictures and the files made from them. The third is for the copies that encryption and the
 * object store client make. Every upload reserves memory in this order, so uploads cannot deadlock.
 */
@ApplicationScoped
class UploadPlaces {

    /** Copies of a document: the ciphertext, and the copy of the object store client. */
    private static final int COPIES = 2;

    private final Admission arriving;
    private final Admission decoding;
    private final Admission storing;
    private final TimeShare time;
    private final Ticker ticker;

    @Inject
    UploadPlaces(DocumentLimits limits, MeterRegistry metrics, Ticker ticker) {
        this(
                new FairBudget(
                        limits.uploadMemory().asLongValue(),
                        limits.uploadMemoryPerAccount().asLongValue(),
                        limits.uploadsWaitingPerAccount(),
                        limits.uploadPatience(),
                        ticker),
                // The first budget already limits each account.
                new FairBudget(
                        limits.pictureMemory().asLongValue(),
                        limits.pictureMemory().asLongValue(),
                        Integer.MAX_VALUE,
                        limits.picturePatience(),
                        ticker),
                new FairBudget(
                        limits.storingMemory().asLongValue(),
                        limits.storingMemory().asLongValue(),
                        Integer.MAX_VALUE,
                        limits.storingPatience(),
                        ticker),
                limits.pictureTimePerAccount(),
                ticker);
        register(metrics, "uploads", arriving.budget());
        register(metrics, "pictures", decoding.budget());
        register(metrics, "storing", storing.budget());
    }

    UploadPlaces(FairBudget arriving, FairBudget decoding, FairBudget storing, Duration timePerAccount, Ticker ticker) {
        this.time = new TimeShare(timePerAccount, ticker);
        this.ticker = ticker;
        this.arriving = new Admission(Transfer.UPLOAD, arriving);
        this.decoding = new Admission(Transfer.UPLOAD, decoding);
        this.storing = new Admission(Transfer.UPLOAD, storing);
    }

    /** Registers the metric at start-up, before the first upload. */
    void begin(@Observes StartupEvent event) {
        // The constructor has registered the metric.
    }

    /**
     * Runs the work with memory for a body of that size; fails if no memory becomes free in time.
     *
     * @param beforehand receives the share before it is granted
     */
    <T> Uni<T> receive(String accountId, long bytes, Consumer<Share> beforehand, Supplier<Uni<T>> work) {
        return occupy(arriving.admit(accountId, bytes, beforehand), work);
    }

    /**
     * Runs the work with memory for a decoded picture. The work reports when it needs only so many bytes any more: an
     * object store that is slow must not delay the decoding of other pictures.
     *
     * @param bytes 0 for a file that is not decoded, which does not wait
     */
    <T> Uni<T> decode(String accountId, long bytes, Function<LongConsumer, Uni<T>> work) {
        return bytes == 0
                ? Uni.createFrom().deferred(() -> work.apply(kept -> {}))
                : decoding.admit(accountId, bytes, share -> {})
                        .chain(share -> Uni.createFrom()
                                .deferred(() -> work.apply(kept -> share.giveBack(Math.max(0, bytes - kept))))
                                .onTermination()
                                .invoke(share::leave));
    }

    /** Decodes a picture in the time of the account; fails if the account has used it up. Blocks. */
    <T> T spend(String accountId, Callable<T> decoding) throws Exception {
        time.pause(accountId).ifPresent(pause -> {
            throw Problems.tooManyRequests(
                    "PICTURES_LIMITED",
                    "The account has used up its time for decoding pictures. Continue after the time in `Retry-After`.",
                    pause);
        });
        long began = ticker.nanoTime();
        try {
            return decoding.call();
        } finally {
            time.use(accountId, ticker.nanoTime() - began);
        }
    }

    /** Runs the work with memory for the copies of a body of that size. */
    <T> Uni<T> store(String accountId, long bytes, Supplier<Uni<T>> work) {
        return occupy(storing.admit(accountId, COPIES * bytes, share -> {}), work);
    }

    /** Returns the memory budget of request bodies. */
    FairBudget budget() {
        return arriving.budget();
    }

    private static <T> Uni<T> occupy(Uni<Share> admission, Supplier<Uni<T>> work) {
        return admission.chain(
                share -> Uni.createFrom().deferred(work::get).onTermination().invoke(share::leave));
    }

    private static void register(MeterRegistry metrics, String by, FairBudget budget) {
        Gauge.builder("zizhi.document.memory.held", budget, FairBudget::held)
                .description("Bytes of documents that are held in memory")
                .baseUnit("bytes")
                .tag("by", by)
                .register(metrics);
    }
}
