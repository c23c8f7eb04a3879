package io.zizhi.review.reviewer;

import io.smallrye.mutiny.Uni;
import io.zizhi.platform.database.FollowingQuery;
import io.zizhi.platform.database.NativeQuery;
import io.zizhi.platform.http.problem.Problems;
import io.zizhi.platform.identity.Caller;
import io.zizhi.review.review.Review;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Checks reviewers against reviews: conflicts of interest and skills. Uses the current session. */
@ApplicationScoped
public class Remits {

    /** The conflict of interest as described in the API documentation. */
    public static final String CONFLICTED =
            "The submission comes from the caller's own account, company or person, or concerns them.";

    /** For a reviewer who is not the caller. Their account comes from their last call. */
    private static final String FACTS_OF_ABSENT =
            "select coalesce(known.reviews, false) as is_reviewer, known.account_id as own_account,"
                    + " own.credit_code as own_code, their.credit_code as their_code,"
                    + " person.account_id is not null as own_person, "
                    + StoredSkills.COLUMNS + """
            from (values (1)) as one(n)
            left join reviewer_account known on known.reviewer_id = :reviewer
            left join account_identity own on own.account_id = known.account_id
            left join account_identity their on their.account_id = cast(:submitter as text)
            left join review_person_account person
                on person.work_order = :workOrder and person.account_id = known.account_id
            left join reviewer_skills skills on skills.reviewer_id = :reviewer
            """;

    private static final String FACTS = "select own.credit_code, their.credit_code, person.account_id is not null,"
            + " clock_timestamp(), "
            + StoredSkills.COLUMNS + """
            from (values (1)) as one(n)
            left join review on review.work_order = cast($2 as bigint)
            left join account_identity own on own.account_id = cast($1 as text)
            left join account_identity their on their.account_id = review.account_id
            left join review_person_account person
                on person.work_order = review.work_order and person.account_id = $1
            left join reviewer_skills skills on skills.reviewer_id = $3
            """;

    private static final String OF_PERSON = """
            select work_order from review_person_account
            where account_id = :account and work_order = any(:workOrders)
            """;

    private final AccountIdentityRepository identities;

    Remits(AccountIdentityRepository identities) {
        this.identities = identities;
    }

    /**
     * What decides whether a caller may take a review.
     *
     * @param theirCode company that the submitting account was verified as; null if it is unknown
     * @param ofOwnPerson as in {@link Remit#refuseConflicted}
     * @param now the database time
     */
    public record Facts(Remit remit, @Nullable String theirCode, boolean ofOwnPerson, Instant now) {

        /** Rejects the request with 403 if the reviewer has a conflict of interest. */
        public void refuseConflicted(Review review) {
            remit.refuseConflicted(review.submission(), theirCode, ofOwnPerson);
        }

        /** Rejects the request with 403 unless the reviewer may take the review. */
        public void requireFor(Review review) {
            refuseConflicted(review);
            remit.refuseUnskilled(review);
        }
    }

    /** Returns which reviews the reviewer may take. */
    public Uni<Remit> of(Caller reviewer) {
        return facts(null, reviewer).map(Facts::remit);
    }

    /** Reads the facts; may follow another statement without waiting for its answer, see {@link FollowingQuery}. */
    public Uni<Facts> facts(@Nullable Long workOrder, Caller reviewer) {
        return FollowingQuery.row(FACTS, reviewer.accountId(), workOrder, reviewer.subject())
                .map(row -> new Facts(
                        new Remit(
                                reviewer.accountId(),
                                (String) row[0],
                                StoredSkills.from(
                                                (String) row[4],
                                                (String) row[5],
                                                (String) row[6],
                                                (String) row[7],
                                                ((Number) row[8]).longValue())
                                        .skills()),
                        (String) row[1],
                        (Boolean) row[2],
                        ((OffsetDateTime) row[3]).toInstant()));
    }

    /**
     * Rejects the request with 403 if the reviewer has a conflict of interest. A reviewer without an account has none.
     */
    public Uni<Void> refuseConflicted(Review review, Caller reviewer) {
        if (reviewer.accountId() == null) {
            return Uni.createFrom().voidItem();
        }
        return facts(review.workOrder(), reviewer)
                .invoke(facts -> facts.refuseConflicted(review))
                .replaceWithVoid();
    }

    /**
     * Returns the work orders of the reviews with which the caller has a conflict of interest. The result is the same
     * as that of {@link #refuseConflicted} for each review.
     */
    public Uni<Set<Long>> conflicted(List<Review> reviews, Caller caller) {
        String own = caller.accountId();
        if (own == null || reviews.isEmpty()) {
            return Uni.createFrom().item(Set.of());
        }
        Stream<String> submitters =
                reviews.stream().map(review -> review.submission().accountId());
        return identities
                .creditCodes(Stream.concat(Stream.of(own), submitters))
                .chain(codes -> ofPerson(own, reviews).map(ofOwnPerson -> {
                    Remit remit = new Remit(own, codes.get(own), Skills.EVERYTHING);
                    return reviews.stream()
                            .filter(review -> remit.conflictsWith(
                                    review.submission(),
                                    codes.get(review.submission().accountId()),
                                    ofOwnPerson.contains(review.workOrder())))
                            .map(Review::workOrder)
                            .collect(Collectors.toSet());
                }));
    }

    /** Returns the work orders of those reviews that concern the person of the account. */
    private static Uni<Set<Long>> ofPerson(String account, List<Review> reviews) {
        return new NativeQuery(OF_PERSON)
                .with("account", account)
                .with("workOrders", reviews.stream().map(Review::workOrder).toArray(Long[]::new))
                .list(Long.class)
                .map(Set::copyOf);
    }

    /**
     * Refuses to assign a review to a person who may not take it. Reviewers and their accounts are known from their
     * last call.
     *
     * @param reviewerId null for the queue, to which every review may return
     * @throws io.zizhi.platform.http.problem.ProblemException 409 if the person is not known as a reviewer, has a
     *     conflict of interest or lacks the skills; 403 if the supervisor takes it themselves and has a conflict of
     *     interest
     */
    public Uni<Void> requireAssignable(Review review, @Nullable String reviewerId, Caller supervisor) {
        if (reviewerId == null) {
            return Uni.createFrom().voidItem();
        }
        Uni<Void> unconflicted = reviewerId.equals(supervisor.subject())
                ? refuseConflicted(review, supervisor)
                : Uni.createFrom().voidItem();
        return unconflicted
                .chain(() -> factsOfAbsent(reviewerId, review))
                .invoke(row -> refuseUnassignable(review, row))
                .replaceWithVoid();
    }

    /**
     * Returns whether a reviewer other than the caller has a conflict of interest with the review, by the account of
     * their last call.
     */
    public Uni<Boolean> isConflicted(Review review, String reviewerId) {
        return factsOfAbsent(reviewerId, review).map(row -> conflicts(review, remitOfAbsent(row), row));
    }

    private static boolean conflicts(Review review, Remit remit, Tuple row) {
        return remit.conflictsWith(
                review.submission(), row.get("their_code", String.class), row.get("own_person", Boolean.class));
    }

    private static Remit remitOfAbsent(Tuple row) {
        return new Remit(
                row.get("own_account", String.class),
                row.get("own_code", String.class),
                StoredSkills.from(row).skills());
    }

    private static void refuseUnassignable(Review review, Tuple row) {
        if (!row.get("is_reviewer", Boolean.class)) {
            throw Problems.conflict(
                    "ASSIGNEE_UNKNOWN",
                    "No reviewer with this id has ever called the desk. Choose a reviewer of `GET /v1/reviewers`.");
        }
        Remit remit = remitOfAbsent(row);
        if (conflicts(review, remit, row)) {
            throw Problems.conflict(
                    "ASSIGNEE_CONFLICTED",
                    "The submission comes from the reviewer's own account, company or person, or concerns them.");
        }
        if (!remit.skills().cover(review)) {
            throw Problems.conflict(
                    "ASSIGNEE_UNSKILLED", "The reviewer's skills do not cover this kind of review. Change them first.");
        }
    }

    private static Uni<Tuple> factsOfAbsent(String reviewerId, Review review) {
        return new NativeQuery(FACTS_OF_ABSENT)
                .with("submitter", review.submission().accountId())
                .with("workOrder", review.workOrder())
                .with("reviewer", reviewerId)
                .single(Tuple.class);
    }
}
