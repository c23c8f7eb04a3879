package io.zizhi.review.decision;

import io.zizhi.platform.messaging.erasure.ErasedRows;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/**
 * The notes of decisions on an erased account. Outcomes, codes and pointers stay: how the desk decided is a record of the
 * operator, and its figures count it.
 */
@Singleton
class PersonalNotes {

    static final String POINTS = """
            update decision_point set note = null, internal_note = null
            where (work_order, position) in (
                select p.work_order, p.position from review_subject s join decision_point p on p.work_order = s.work_order
                where s.account_id = :accountId and (p.note is not null or p.internal_note is not null)
                order by p.work_order, p.position limit :limit)
            """;

    static final String PROPOSALS = """
            update proposal set findings = '', note = case when note is not null then cast('' as bytea) end
            where id = any(array(
                select p.id from review_subject s join proposal p on p.work_order = s.work_order
                where s.account_id = :accountId and p.findings <> '' order by p.id limit :limit))
            """;

    static final String UNDONE = """
            update undone_decision set findings = ''
            where id = any(array(
                select u.id from review_subject s join undone_decision u on u.work_order = s.work_order
                where s.account_id = :accountId and u.findings <> '' order by u.id limit :limit))
            """;

    @Produces
    @Singleton
    static ErasedRows points() {
        return new ErasedRows("decision-points", POINTS);
    }

    @Produces
    @Singleton
    static ErasedRows proposals() {
        return new ErasedRows("proposals", PROPOSALS);
    }

    @Produces
    @Singleton
    static ErasedRows undoneDecisions() {
        return new ErasedRows("undone-decisions", UNDONE);
    }
}
