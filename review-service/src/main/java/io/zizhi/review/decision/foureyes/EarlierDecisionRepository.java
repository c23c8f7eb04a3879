package io.zizhi.review.decision.foureyes;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import io.zizhi.contracts.ReviewOutcome;
import io.zizhi.contracts.ReviewSubject;
import io.zizhi.platform.database.NativeQuery;
import io.zizhi.review.review.Review;
import io.zizhi.review.review.Submission;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.util.Optional;

/** Finds earlier decisions about the same qualification or letter. */
@ApplicationScoped
public class EarlierDecisionRepository implements PanacheRepositoryBase<Review, Long> {

    /** Selects the last decision about a qualification, and whether its documents are the same as the review's. */
    static final String LAST_OF_QUALIFICATION = """
            select e.work_order as work_order, e.revision as revision, e.outcome as outcome,
                not exists (
                    select document_id from review_document where work_order in (e.work_order, :workOrder)
                    group by document_id having count(*) = 1) as same_documents
            from review e
            where e.qualification_id = :id and e.subject = 'QUALIFICATION' and e.status = 'DECIDED'
              and e.work_order <> :workOrder
            order by e.decided_at desc, e.work_order desc limit 1
            """;

    /**
     * Selects the last decision about a letter, alone or with a qualification, and whether the documents may be the
     * same: a qualification has more documents than the letter that it carries. A qualification that returns with its
     * letter does not contradict a decision about its other parts.
     */
    static final String LAST_OF_LETTER = """
            select e.work_order as work_order, e.revision as revision,
                case when e.subject = 'LETTER' then e.outcome else coalesce(d.letter_outcome, e.outcome) end as outcome,
                not exists (
                    select from review alone
                    join review_document own on own.work_order = alone.work_order
                    where alone.work_order in (e.work_order, :workOrder) and alone.subject = 'LETTER'
                      and not exists (
                        select from review_document other
                        where other.work_order in (e.work_order, :workOrder) and other.work_order <> alone.work_order
                          and other.document_id = own.document_id)) as same_documents
            from review e
            left join decision d on d.work_order = e.work_order
            where e.letter_id = :id and e.status = 'DECIDED' and e.work_order <> :workOrder
              and not (
                e.subject = 'QUALIFICATION' and e.outcome <> 'APPROVED' and coalesce(d.letter_outcome, e.outcome) = e.outcome
                and exists (
                    select from review carrier
                    where carrier.work_order = :workOrder and carrier.subject = 'QUALIFICATION'
                      and carrier.qualification_id = e.qualification_id)
                and not exists (
                    select from decision_point p
                    where p.work_order = e.work_order
                      and (p.pointer in ('/letter', '/letterId') or p.pointer like '/letter/%')))
            order by e.decided_at desc, e.work_order desc limit 1
            """;

    /**
     * Returns the last decision about the qualification, if {@code outcome} contradicts it and the documents are the
     * same.
     */
    Uni<Optional<EarlierDecision>> contradictedOfQualification(Review review, ReviewOutcome outcome) {
        Submission about = review.submission();
        return about.subject() == ReviewSubject.QUALIFICATION
                ? contradicted(
                        LAST_OF_QUALIFICATION, about.qualificationId(), ReviewSubject.QUALIFICATION, review, outcome)
                : Uni.createFrom().item(Optional.empty());
    }

    /**
     * Returns the last decision about the letter, reviewed alone or with a qualification, if {@code outcome}
     * contradicts it and the documents may be the same.
     */
    Uni<Optional<EarlierDecision>> contradictedOfLetter(Review review, ReviewOutcome outcome) {
        Long letterId = review.submission().letterId();
        return letterId == null
                ? Uni.createFrom().item(Optional.empty())
                : contradicted(LAST_OF_LETTER, letterId, ReviewSubject.LETTER, review, outcome);
    }

    private static Uni<Optional<EarlierDecision>> contradicted(
            String last, long id, ReviewSubject subject, Review review, ReviewOutcome outcome) {
        return new NativeQuery(last)
                .with("workOrder", review.workOrder())
                .with("id", id)
                .first(Tuple.class)
                .map(found -> found.filter(earlier -> contradicts(outcome, earlier))
                        .map(earlier -> new EarlierDecision(
                                subject,
                                earlier.get("work_order", Long.class),
                                earlier.get("revision", Integer.class))));
    }

    private static boolean contradicts(ReviewOutcome outcome, Tuple last) {
        boolean approved = last.get("outcome", String.class).equals(ReviewOutcome.APPROVED.name());
        return last.get("same_documents", Boolean.class) && approved != (outcome == ReviewOutcome.APPROVED);
    }
}
