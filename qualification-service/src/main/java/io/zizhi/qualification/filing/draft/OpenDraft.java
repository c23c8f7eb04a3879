package io.zizhi.qualification.filing.draft;

import io.smallrye.mutiny.Uni;
import io.zizhi.platform.http.problem.Problems;
import io.zizhi.platform.identity.Caller;
import io.zizhi.qualification.account.allowance.Allowance;
import io.zizhi.qualification.account.allowance.TakeAllowance;
import io.zizhi.qualification.account.limits.QualificationLimits;
import io.zizhi.qualification.form.Particulars;
import io.zizhi.qualification.model.qualification.QualificationView;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/** An applicant opens one qualification, outside of sheets. An account does so only so often within an hour. */
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

    public Uni<QualificationView> handle(Caller caller, Particulars form) {
        return take.handle(caller.requireAccount(), drafts)
                .invoke(allowed -> {
                    if (!allowed) {
                        throw Problems.tooManyRequests(
                                "DRAFTS_LIMITED",
                                "The account opened " + drafts.limit()
                                        + " drafts within an hour. Send many by one sheet.");
                    }
                })
                .chain(allowed -> draft.handle(caller, form));
    }
}
