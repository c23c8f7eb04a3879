package io.zizhi.document.intake;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import io.zizhi.document.intake.inspection.FileInspection;
import io.zizhi.document.intake.inspection.InspectedFile;
import io.zizhi.document.intake.inspection.InspectedFile.Accepted;
import io.zizhi.document.intake.inspection.pdf.PdfProcess;
import io.zizhi.document.intake.inspection.pdf.PdfRefusals;
import io.zizhi.document.storage.Document;
import io.zizhi.document.storage.FileFormat;
import io.zizhi.document.storage.FileNames;
import io.zizhi.document.storage.objects.ObjectStore;
import io.zizhi.platform.identity.Caller;
import io.zizhi.platform.runtime.blocking.Blocking;
import io.zizhi.platform.runtime.failpoint.FailPoint;
import io.zizhi.platform.runtime.failpoint.FailPoints;
import io.zizhi.platform.runtime.time.DatabaseTime;
import jakarta.enterprise.context.ApplicationScoped;

/** Stores a file that an applicant uploads. */
@ApplicationScoped
public class UploadDocument {

    private final UploadQuota quota;
    private final UploadPlaces places;
    private final ReceiveBody receiveBody;
    private final PdfProcess pdfs;
    private final Blocking blocking;
    private final ObjectStore objects;
    private final RecordDocument record;
    private final FileNames names;
    private final FailPoints failPoints;
    private final DatabaseTime time;

    UploadDocument(
            UploadQuota quota,
            UploadPlaces places,
            ReceiveBody receiveBody,
            PdfProcess pdfs,
            Blocking blocking,
            ObjectStore objects,
            RecordDocument record,
            FileNames names,
            FailPoints failPoints,
            DatabaseTime time) {
        this.quota = quota;
        this.places = places;
        this.receiveBody = receiveBody;
        this.pdfs = pdfs;
        this.blocking = blocking;
        this.objects = objects;
        this.record = record;
        this.names = names;
        this.failPoints = failPoints;
        this.time = time;
    }

    /** Reads the request body only when memory for all of it is available. */
    Uni<Document> upload(Caller caller, Upload upload, RoutingContext http) {
        String accountId = caller.requireAccount();
        return places.receive(
                accountId,
                upload.largestSize(),
                share -> http.addEndHandler(ignored -> share.stopWaiting()),
                () -> quota.require(accountId)
                        .chain(() -> receiveBody.receive(http.request(), upload, accountId))
                        .chain(bytes -> store(caller, upload, accountId, bytes)));
    }

    private Uni<Document> store(Caller caller, Upload upload, String accountId, byte[] bytes) {
        return blocking.call(() -> FileInspection.inspect(bytes, upload.kind(), upload.declaredType()))
                .call(file -> file.format() == FileFormat.PDF
                        ? pdfs.find(accountId, bytes).invoke(PdfRefusals::refuseFound)
                        : Uni.createFrom().voidItem())
                .chain(file -> places.decode(
                        accountId,
                        file.memory(Upload.MAX_BYTES),
                        keep -> blocking.call(() -> accept(accountId, file))
                                .invoke(accepted -> keep.accept(accepted.bytes().length))
                                .chain(accepted -> store(caller, upload, accountId, accepted))));
    }

    private Accepted accept(String accountId, InspectedFile file) throws Exception {
        return file.format().isImage()
                ? places.spend(accountId, () -> file.accept(Upload.MAX_BYTES))
                : file.accept(Upload.MAX_BYTES);
    }

    private Uni<Document> store(Caller caller, Upload upload, String accountId, Accepted file) {
        return Panache.withSession(time::now)
                .map(now -> new Document(accountId, caller.subject(), upload.kind(), file.facts(), now))
                .chain(document -> names.write(document, upload.fileName()))
                .chain(document -> places.store(accountId, file.bytes().length, () -> put(document, file.bytes())));
    }

    /**
     * Stores the object, then the row. If the row fails, the object stays: the commit may have succeeded although it
     * seems to have failed. The storage sweep removes the object later if it has no row.
     */
    private Uni<Document> put(Document document, byte[] bytes) {
        return objects.put(document.accountId(), document.objectKey(), bytes)
                .invoke(() -> failPoints.pass(FailPoint.DOCUMENT_AFTER_PUT))
                .chain(() -> record.record(document));
    }
}
