package io.zizhi.qualification.filing.draft;

import io.smallrye.mutiny.Uni;
import io.zizhi.platform.http.problem.Problems;
import io.zizhi.platform.identity.Caller;
import io.zizhi.qualification.account.allowance.Allowance;
import io.zizhi.qualification.account.allowance.TakeAllowance;
import io.zizhi.qualification.account.limits.QualificationLimits;
import io.zizhi.qualification.form.QualificationForm;
import io.zizhi.qualification.model.qualification.QualificationView;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/** Creates a single draft, not one from a sheet. The number per account and hour is limited. */
@ApplicationScoped
public class OpenDraft {

    private final TakeAllowance take;
    private final DraftQualification draft;
    private final Allowance drafts;

    OpenDraft(TakeAllowance take, DraftQualification draft, QualificationLimits limits) {
        this.take = take;
        this.draft = draft;
        this.drafts = new Allowance("draft", limits.draftsPerHour(), Duration.ofHours(1));
    }

    public Uni<QualificationView> handle(Caller caller, QualificationForm form) {
        return take.handle(caller.requireAccount(), drafts)
                .invoke(allowed -> {
                    if (!allowed) {
                        throw Problems.tooManyRequests(
                                "DRAFTS_LIMITED",
                                "The account has created " + drafts.limit()
                                        + " drafts within an hour. Retry later, or submit many with one sheet.",
                                drafts.window());
                    }
                })
                .chain(allowed -> draft.handle(caller, form));
    }
}
