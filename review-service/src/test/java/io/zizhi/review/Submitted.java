package io.zizhi.review;

import io.zizhi.contracts.AuthorizationLetterSubmitted;
import io.zizhi.contracts.OwnerType;
import io.zizhi.contracts.Purpose;
import io.zizhi.contracts.QualificationSubmitted;
import io.zizhi.contracts.SubmittedLetter;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/** Submissions for tests, each with its own ids. */
public final class Submitted {

    /**
     * The last digit of a work order tells {@link QualificationStub} how to answer; these get a snapshot. It starts
     * from the time, because a restart of the service loads this class again while the database stays.
     */
    private static final AtomicLong NEXT =
            new AtomicLong(100_000 + System.currentTimeMillis() / 100 % 2_000_000 * 1_000);

    private Submitted() {}

    public static QualificationSubmitted at(Instant submittedAt) {
        return at(submittedAt, OwnerType.COMPANY);
    }

    public static QualificationSubmitted at(Instant submittedAt, OwnerType ownerType) {
        return withWorkOrder(NEXT.addAndGet(10), submittedAt, ownerType);
    }

    public static QualificationSubmitted withAnswer(int lastDigit) {
        return withWorkOrder(NEXT.addAndGet(10) + lastDigit, Instant.now(), OwnerType.COMPANY);
    }

    private static QualificationSubmitted withWorkOrder(long workOrder, Instant submittedAt, OwnerType ownerType) {
        return new QualificationSubmitted(
                workOrder + 5_000_000,
                workOrder,
                "company-a",
                1,
                "示例资质",
                "星河示例科技有限公司",
                "91330106673959654P",
                ownerType,
                Purpose.SELF,
                List.of(documentOf(workOrder), "ffffffffffffffffffffffffffffffff"),
                "contact-1",
                submittedAt);
    }

    /** Returns a submission that names the person of these accounts. */
    public static QualificationSubmitted ofPerson(String... accounts) {
        QualificationSubmitted plain = at(Instant.now());
        return new QualificationSubmitted(
                plain.qualificationId(),
                plain.workOrder(),
                plain.accountId(),
                plain.revision(),
                plain.name(),
                plain.companyName(),
                plain.creditCode(),
                plain.ownerType(),
                plain.purpose(),
                plain.documentIds(),
                plain.contactId(),
                plain.submittedAt(),
                null,
                List.of(accounts));
    }

    /** Returns a submission of another account, whose clock reaches no stage during the test. */
    public static QualificationSubmitted of(String account) {
        QualificationSubmitted plain = at(Instant.parse("2099-03-02T02:00:00Z"));
        return new QualificationSubmitted(
                plain.qualificationId(),
                plain.workOrder(),
                account,
                plain.revision(),
                plain.name(),
                plain.companyName(),
                plain.creditCode(),
                plain.ownerType(),
                plain.purpose(),
                plain.documentIds(),
                plain.contactId(),
                plain.submittedAt());
    }

    /** Returns the next revision of the same qualification. */
    public static QualificationSubmitted again(QualificationSubmitted before) {
        QualificationSubmitted other = at(Instant.now());
        return new QualificationSubmitted(
                before.qualificationId(),
                other.workOrder(),
                before.accountId(),
                before.revision() + 1,
                before.name(),
                before.companyName(),
                before.creditCode(),
                before.ownerType(),
                before.purpose(),
                other.documentIds(),
                before.contactId(),
                other.submittedAt());
    }

    /**
     * Returns the next revision of the same qualification, with the same documents and the same letter.
     *
     * @param lastDigit tells {@link QualificationStub} how to compare
     */
    public static QualificationSubmitted resubmitted(QualificationSubmitted before, int lastDigit) {
        return new QualificationSubmitted(
                before.qualificationId(),
                NEXT.addAndGet(10) + lastDigit,
                before.accountId(),
                before.revision() + 1,
                before.name(),
                before.companyName(),
                before.creditCode(),
                before.ownerType(),
                before.purpose(),
                before.documentIds(),
                before.contactId(),
                Instant.now(),
                before.letter(),
                before.personAccounts());
    }

    /** Returns a submission with a letter that is decided with it. */
    public static QualificationSubmitted withLetter(long letterId) {
        QualificationSubmitted plain = at(Instant.now());
        return new QualificationSubmitted(
                plain.qualificationId(),
                plain.workOrder(),
                "agency",
                1,
                plain.name(),
                plain.companyName(),
                plain.creditCode(),
                OwnerType.COMPANY,
                Purpose.THIRD_PARTY,
                plain.documentIds(),
                plain.contactId(),
                plain.submittedAt(),
                new SubmittedLetter(letterId, 1, List.of(pictureOf(letterId))),
                List.of());
    }

    /** Returns a letter submitted alone. */
    public static AuthorizationLetterSubmitted letter() {
        long workOrder = NEXT.addAndGet(10);
        return letter(workOrder, workOrder + 5_000_000, 1);
    }

    /** Returns the next revision of the same letter, submitted alone. */
    public static AuthorizationLetterSubmitted again(AuthorizationLetterSubmitted before) {
        return letter(NEXT.addAndGet(10), before.letterId(), before.revision() + 1);
    }

    private static AuthorizationLetterSubmitted letter(long workOrder, long letterId, int revision) {
        return new AuthorizationLetterSubmitted(
                letterId,
                workOrder,
                "agency",
                revision,
                "示例授权",
                "星河示例科技有限公司",
                "91330106673959654P",
                OwnerType.COMPANY,
                List.of(pictureOf(letterId)),
                null,
                Instant.now());
    }

    public static String pictureOf(long letterId) {
        return String.format("a%031x", letterId);
    }

    /** Returns a document that only this work order's revision holds. */
    public static String documentOf(long workOrder) {
        return String.format("%032x", workOrder);
    }
}
