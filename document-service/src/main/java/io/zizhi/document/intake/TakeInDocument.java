package io.zizhi.document.intake;

import io.smallrye.mutiny.Uni;
import io.zizhi.document.storage.Document;
import io.zizhi.document.storage.FileFacts;
import io.zizhi.document.storage.ObjectStore;
import io.zizhi.document.storage.StorageSettings;
import io.zizhi.platform.failpoint.FailPoint;
import io.zizhi.platform.failpoint.FailPoints;
import io.zizhi.platform.identity.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;

/** An applicant hands in a file. */
@ApplicationScoped
public class TakeInDocument {

    private final UploadPlaces places;
    private final ObjectStore objects;
    private final RecordDocument record;
    private final FailPoints failPoints;
    private final Clock clock;
    private final Duration deadline;

    TakeInDocument(
            UploadPlaces places,
            ObjectStore objects,
            RecordDocument record,
            FailPoints failPoints,
            Clock clock,
            StorageSettings settings) {
        this.places = places;
        this.objects = objects;
        this.record = record;
        this.failPoints = failPoints;
        this.clock = clock;
        this.deadline = settings.uploadDeadline();
    }

    /** Reads the body on the calling thread, which must be one that may block. */
    public Uni<Document> takeIn(Caller caller, Upload upload) {
        String accountId = caller.requireAccount();
        return places.occupy(accountId, () -> {
            byte[] bytes = new CountedBody(upload.body(), Upload.MAX_BYTES, deadline, System::nanoTime).readWhole();
            FileFacts file = FileInspection.inspect(bytes, upload.kind(), upload.declaredType());
            Document document = new Document(accountId, caller.subject(), upload.kind(), file, clock.instant());
            // A row that fails leaves its object behind on purpose: a commit that seems to have failed may have
            // succeeded, and the sweep tells the two apart later.
            return objects.put(document.objectKey(), bytes)
                    .invoke(() -> failPoints.pass(FailPoint.DOCUMENT_AFTER_PUT))
                    .chain(() -> record.record(document));
        });
    }
}
