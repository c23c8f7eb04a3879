package io.zizhi.review.reviewer;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import io.zizhi.platform.http.problem.Problems;
import io.zizhi.platform.identity.Caller;
import io.zizhi.platform.identity.Roles;
import io.zizhi.platform.privacy.audit.AuditEntry;
import io.zizhi.platform.privacy.audit.AuditLog;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Sets which reviews a reviewer may take. Reviews that the reviewer already holds stay with them. */
@ApplicationScoped
public class SetSkills {

    private final SkillsRepository skills;
    private final AuditLog audit;

    SetSkills(SkillsRepository skills, AuditLog audit) {
        this.skills = skills;
        this.audit = audit;
    }

    @WithTransaction
    Uni<SkillsView> set(Caller supervisor, String reviewerId, Skills wanted, long version) {
        return skills.write(reviewerId, wanted.tidy(), version)
                .invoke(SetSkills::requireWritten)
                .call(() -> audit.append(entry(supervisor, reviewerId)))
                .chain(() -> skills.read(reviewerId))
                .map(stored -> SkillsView.from(reviewerId, stored));
    }

    private static void requireWritten(boolean written) {
        if (!written) {
            throw Problems.preconditionFailed("The skills were changed after that version.");
        }
    }

    private static AuditEntry entry(Caller supervisor, String reviewerId) {
        return new AuditEntry(
                supervisor.subject(),
                Roles.SUPERVISOR,
                null,
                "reviewer.skills-set",
                "reviewer",
                reviewerId,
                null,
                List.of("ownerTypes", "policies", "purposes", "subjects"));
    }
}
