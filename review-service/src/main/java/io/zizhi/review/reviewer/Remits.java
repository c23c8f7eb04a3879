package io.zizhi.review.reviewer;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import io.zizhi.platform.identity.Caller;
import io.zizhi.platform.problem.Problems;
import io.zizhi.review.desk.Review;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.Tuple;
import org.jspecify.annotations.Nullable;

/** Holds reviewers against reviews, in the current session. */
@ApplicationScoped
public class Remits {

    private static final String FACTS =
            "select own.credit_code as own_code, their.credit_code as their_code, " + KeptSkills.COLUMNS + """
            from (values (1)) as one(n)
            left join account_identity own on own.account_id = cast(:account as text)
            left join account_identity their on their.account_id = cast(:submitter as text)
            left join reviewer_skills skills on skills.reviewer_id = :reviewer
            """;

    private final SkillsRepository skills;

    @Inject
    Remits(SkillsRepository skills) {
        this.skills = skills;
    }

    /** What the reviewer may take. */
    public Uni<Remit> of(Caller reviewer) {
        return facts(reviewer, null).map(row -> remit(reviewer, row));
    }

    /** 403 unless the reviewer may take this review. */
    public Uni<Void> requireFor(Review review, Caller reviewer) {
        return facts(reviewer, review.submission().accountId())
                .invoke(row -> {
                    Remit remit = remit(reviewer, row);
                    remit.refuseRelated(review.submission(), row.get("their_code", String.class));
                    remit.refuseUnskilled(review);
                })
                .replaceWithVoid();
    }

    /** 403 where the review is related to the reviewer; who belongs to no account is related to none. */
    public Uni<Void> refuseRelated(Review review, Caller reviewer) {
        if (reviewer.accountId() == null) {
            return Uni.createFrom().voidItem();
        }
        return facts(reviewer, review.submission().accountId())
                .invoke(row ->
                        remit(reviewer, row).refuseRelated(review.submission(), row.get("their_code", String.class)))
                .replaceWithVoid();
    }

    /**
     * 409 where the skills of the reviewer do not cover the review, 403 where the supervisor takes it themselves and is
     * related. To which account another person belongs is known from their own calls only.
     *
     * @param reviewerId null for the queue, to which everything may go back
     */
    public Uni<Void> requireAssignable(Review review, @Nullable String reviewerId, Caller supervisor) {
        if (reviewerId == null) {
            return Uni.createFrom().voidItem();
        }
        Uni<Void> unrelated = reviewerId.equals(supervisor.subject())
                ? refuseRelated(review, supervisor)
                : Uni.createFrom().voidItem();
        return unrelated
                .chain(() -> skills.read(reviewerId))
                .invoke(kept -> {
                    if (!kept.skills().cover(review)) {
                        throw Problems.conflict(
                                "ASSIGNEE_UNSKILLED", "This review is not of a kind that the reviewer takes.");
                    }
                })
                .replaceWithVoid();
    }

    private static Uni<Tuple> facts(Caller reviewer, @Nullable String submitter) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(FACTS, Tuple.class)
                        .setParameter("account", reviewer.accountId())
                        .setParameter("submitter", submitter)
                        .setParameter("reviewer", reviewer.subject())
                        .getSingleResult());
    }

    private static Remit remit(Caller reviewer, Tuple row) {
        return new Remit(
                reviewer.accountId(),
                row.get("own_code", String.class),
                KeptSkills.from(row).skills());
    }
}
