package io.zizhi.qualification.bulk.transfer;

import io.smallrye.mutiny.Uni;
import io.zizhi.platform.http.BodyLimits;
import io.zizhi.platform.http.IncomingBody;
import io.zizhi.platform.http.problem.Problems;
import io.zizhi.platform.identity.Caller;
import io.zizhi.qualification.account.limits.QualificationLimits;
import io.zizhi.qualification.bulk.model.BulkFilingView;
import io.zizhi.qualification.bulk.sheet.file.SheetFormat;
import io.zizhi.qualification.bulk.sheet.reading.DocumentNames;
import io.zizhi.qualification.bulk.sheet.reading.ReadSheet;
import io.zizhi.qualification.bulk.sheet.reading.Sheet;
import io.zizhi.qualification.peer.document.Documents;
import io.zizhi.qualification.precheck.NoticeConfig;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;

/**
 * Uploads a sheet, to be processed in the background. A sheet is held in memory while it is received and read, so it
 * occupies one of a limited number of slots during that time.
 */
@ApplicationScoped
public class UploadSheet {

    private static final int MAX_VERSION = 40;

    private final ReadSheet read;
    private final Documents documents;
    private final StoreSheet store;
    private final SheetPlaces places;
    private final NoticeConfig notice;
    private final BodyLimits bodyLimits;

    UploadSheet(
            ReadSheet read,
            Documents documents,
            StoreSheet store,
            SheetPlaces places,
            NoticeConfig notice,
            QualificationLimits limits) {
        this.read = read;
        this.documents = documents;
        this.store = store;
        this.places = places;
        this.notice = notice;
        this.bodyLimits = new BodyLimits(ReadSheet.MAX_BYTES, limits.sheetGrace(), limits.sheetBytesPerSecond());
    }

    /** @param noticeVersion version of the notice to which the applicant agrees for every row */
    public Uni<BulkFilingView> handle(
            Caller caller, @Nullable String noticeVersion, @Nullable String contentType, IncomingBody body) {
        String account = caller.requireAccount();
        String agreed = requireCurrent(noticeVersion);
        SheetFormat.requireAccepted(contentType);
        return places.take(
                account,
                () -> body.receive(bodyLimits, ReadSheet::tooLarge)
                        .chain(bytes -> read.handle(account, SheetFormat.of(bytes), bytes))
                        .chain(sheet -> names(account, sheet)
                                .chain(names -> read.fillIn(account, sheet, names, agreed))
                                .map(RepeatedRows::marked)
                                .chain(forms -> store.handle(caller, sheet, forms))));
    }

    /** Nobody can agree to a notice that does not exist or has been replaced. */
    private String requireCurrent(@Nullable String noticeVersion) {
        if (noticeVersion == null || noticeVersion.isBlank()) {
            throw Problems.badRequest(
                    "FIELD_REQUIRED", "?noticeVersion", "State the version of the notice that applies to every row.");
        }
        if (noticeVersion.length() > MAX_VERSION) {
            throw Problems.badRequest(
                    "FIELD_TOO_LONG", "?noticeVersion", "A notice version has at most " + MAX_VERSION + " characters.");
        }
        if (!noticeVersion.equals(notice.noticeVersion())) {
            throw Problems.badRequest(
                    "NOTICE_VERSION_NOT_CURRENT",
                    "?noticeVersion",
                    "The current notice has the version " + notice.noticeVersion()
                            + ". Read it at /v1/rules/notices/current, then send this version.");
        }
        return noticeVersion;
    }

    private Uni<DocumentNames> names(String account, Sheet sheet) {
        return documents.named(account, sheet.fileNames()).map(DocumentNames::of);
    }
}
