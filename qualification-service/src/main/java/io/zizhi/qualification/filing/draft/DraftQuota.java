package io.zizhi.qualification.filing.draft;

import io.smallrye.mutiny.Uni;
import io.zizhi.platform.http.problem.Problems;
import io.zizhi.qualification.account.limits.QualificationLimits;
import io.zizhi.qualification.model.qualification.QualificationRepository;
import jakarta.enterprise.context.ApplicationScoped;

/** Limits the number of drafts per account. Concurrent requests may exceed the limit by a few. */
@ApplicationScoped
class DraftQuota {

    private final QualificationRepository qualifications;
    private final int limit;

    DraftQuota(QualificationRepository qualifications, QualificationLimits limits) {
        this.qualifications = qualifications;
        this.limit = limits.drafts();
    }

    Uni<Void> require(String accountId) {
        return qualifications
                .countDrafts(accountId)
                .invoke(drafts -> {
                    if (drafts >= limit) {
                        throw Problems.conflict(
                                "TOO_MANY_DRAFTS", "The account has " + limit + " drafts. Submit or delete some.");
                    }
                })
                .replaceWithVoid();
    }
}
