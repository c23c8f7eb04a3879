package io.zizhi.qualification.bulk;

import io.smallrye.mutiny.Uni;
import io.zizhi.platform.http.BodyLimits;
import io.zizhi.platform.http.IncomingBody;
import io.zizhi.platform.http.problem.Problems;
import io.zizhi.platform.identity.Caller;
import io.zizhi.platform.runtime.blocking.FairPlaces;
import io.zizhi.qualification.account.limits.QualificationLimits;
import io.zizhi.qualification.bulk.sheet.ReadSheet;
import io.zizhi.qualification.bulk.sheet.SheetFormat;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;

/**
 * An applicant hands a sheet in; what is in it is filed in the background. A sheet has a place of its own from its first
 * byte to its last row, because it is held in memory for as long.
 */
@ApplicationScoped
public class HandInSheet {

    private static final int MAX_VERSION = 40;

    private final ReadSheet read;
    private final KeepSheet keep;
    private final FairPlaces places;
    private final BodyLimits bodyLimits;

    HandInSheet(ReadSheet read, KeepSheet keep, QualificationLimits limits) {
        this.read = read;
        this.keep = keep;
        this.places = new FairPlaces(
                "SHEETS_BUSY",
                limits.sheets(),
                limits.sheetsPerAccount(),
                limits.waitingSheetsPerAccount(),
                limits.longestWaitForSheets());
        this.bodyLimits = new BodyLimits(ReadSheet.MAX_BYTES, limits.sheetGrace(), limits.sheetBytesPerSecond());
    }

    /** @param noticeVersion the notice that the applicant agrees to for every row */
    public Uni<BulkFilingView> handle(
            Caller caller, @Nullable String noticeVersion, @Nullable String contentType, IncomingBody body) {
        String account = caller.requireAccount();
        if (noticeVersion == null || noticeVersion.isBlank()) {
            throw Problems.badRequest(
                    "FIELD_REQUIRED", "?noticeVersion", "Say which notice is agreed to for every row.");
        }
        if (noticeVersion.length() > MAX_VERSION) {
            throw Problems.badRequest("FIELD_TOO_LONG", "?noticeVersion", "No notice has such a version.");
        }
        SheetFormat format = SheetFormat.ofContentType(contentType);
        return places.take(
                account,
                () -> body.receive(bodyLimits, ReadSheet::tooLarge)
                        .chain(sheet -> read.handle(account, format, sheet, noticeVersion))
                        .chain(rows -> keep.handle(caller, rows)));
    }
}
