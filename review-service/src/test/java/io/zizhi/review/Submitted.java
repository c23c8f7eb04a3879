package io.zizhi.review;

import io.zizhi.contracts.OwnerType;
import io.zizhi.contracts.Purpose;
import io.zizhi.contracts.QualificationSubmitted;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/** Submissions for tests; each has ids of its own. */
public final class Submitted {

    /** The last digit of a work order tells {@link QualificationStub} how to answer; these get a snapshot. */
    private static final AtomicLong NEXT = new AtomicLong(100_000);

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

    /** A document that only this work order's revision holds. */
    public static String documentOf(long workOrder) {
        return String.format("%032x", workOrder);
    }
}
