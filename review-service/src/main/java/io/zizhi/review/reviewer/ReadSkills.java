package io.zizhi.review.reviewer;

import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Shows which reviews a reviewer may take. */
@ApplicationScoped
public class ReadSkills {

    private final SkillsRepository skills;

    ReadSkills(SkillsRepository skills) {
        this.skills = skills;
    }

    @WithSession
    Uni<SkillsView> read(String reviewerId) {
        return skills.read(reviewerId).map(kept -> SkillsView.from(reviewerId, kept));
    }
}
