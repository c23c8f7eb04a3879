package io.zizhi.qualification.bulk.work;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.zizhi.platform.database.SingleStatement;
import io.zizhi.platform.runtime.blocking.RepeatingWork;
import io.zizhi.qualification.bulk.model.BulkFilingRepository;
import io.zizhi.qualification.bulk.model.BulkRowRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Processes rows in the background while the service runs. Replicas share the work. */
@ApplicationScoped
class BulkLoop {

    private final ClaimRow claim;
    private final WorkOnRow work;
    private final RepeatingWork rows;
    private final RepeatingWork phones;
    private final RepeatingWork letters;
    private final RepeatingWork erasures;
    private final RepeatingWork uploaders;

    BulkLoop(
            Vertx vertx,
            SingleStatement statement,
            ClaimRow claim,
            WorkOnRow work,
            LookForPhones look,
            LookForLetters lookForLetters,
            EraseCells erase,
            FillUploaders fill,
            BulkConfig config) {
        this.claim = claim;
        this.work = work;
        this.rows = new RepeatingWork(
                vertx,
                "Processing the rows of bulk filings",
                config.pause(),
                () -> statement.ifFinds(BulkRowRepository.DUE, this::round));
        this.phones = new RepeatingWork(
                vertx,
                "Looking up phone verifications for bulk filings",
                config.pause(),
                () -> statement.ifFinds(BulkRowRepository.AWAITING, look::handle));
        this.letters = new RepeatingWork(
                vertx,
                "Looking up reviewed letters for bulk filings",
                config.letterPause(),
                () -> statement.ifFinds(BulkRowRepository.LETTER_REVIEWED, lookForLetters::handle));
        this.erasures = new RepeatingWork(
                vertx,
                "Erasing the cells of old bulk filings",
                config.phonePause(),
                () -> statement.ifFinds(BulkRowRepository.TO_ERASE, erase::handle));
        this.uploaders = new RepeatingWork(
                vertx,
                "Filling the uploaders of bulk filings",
                config.phonePause(),
                () -> statement.ifFinds(BulkFilingRepository.WITHOUT_UPLOADER, fill::handle));
    }

    void start(@Observes StartupEvent event) {
        wake();
    }

    /** Starts a round of each work now, without its pause. */
    void wake() {
        rows.wake();
        phones.wake();
        letters.wake();
        erasures.wake();
        uploaders.wake();
    }

    void stop(@Observes ShutdownEvent event) {
        rows.stop();
        phones.stop();
        letters.stop();
        erasures.stop();
        uploaders.stop();
    }

    /** Performs one step on one due row; returns false if none is due. */
    private Uni<Boolean> round() {
        return claim.handle()
                .chain(claimed -> claimed.map(row -> work.handle(row).replaceWith(true))
                        .orElseGet(() -> Uni.createFrom().item(false)));
    }
}
