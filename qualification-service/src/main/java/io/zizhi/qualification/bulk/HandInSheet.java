package io.zizhi.qualification.bulk;

import io.smallrye.mutiny.Uni;
import io.zizhi.platform.identity.Caller;
import io.zizhi.platform.problem.Problems;
import io.zizhi.qualification.bulk.sheet.ReadSheet;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** An applicant hands a sheet in; what is in it is filed in the background. */
@ApplicationScoped
public class HandInSheet {

    private static final int MAX_VERSION = 40;

    private final ReadSheet read;
    private final KeepSheet keep;

    @Inject
    HandInSheet(ReadSheet read, KeepSheet keep) {
        this.read = read;
        this.keep = keep;
    }

    /** @param noticeVersion the notice that the applicant agrees to for every row */
    public Uni<BulkFilingView> handle(
            Caller caller, @Nullable String noticeVersion, @Nullable String contentType, InputStream body) {
        caller.requireAccount();
        if (noticeVersion == null || noticeVersion.isBlank()) {
            throw Problems.badRequest(
                    "FIELD_REQUIRED", "?noticeVersion", "Say which notice is agreed to for every row.");
        }
        if (noticeVersion.length() > MAX_VERSION) {
            throw Problems.badRequest("FIELD_TOO_LONG", "?noticeVersion", "No notice has such a version.");
        }
        return read.handle(contentType, body, noticeVersion).chain(rows -> keep.handle(caller, rows));
    }
}
