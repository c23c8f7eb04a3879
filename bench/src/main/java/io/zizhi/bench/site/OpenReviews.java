package io.zizhi.bench.site;

import java.sql.Connection;
import java.sql.SQLException;

/** Creates open reviews by plain SQL, with consecutive numbers and without timers. */
public final class OpenReviews {

    private static final String OPEN = """
            insert into review(work_order, subject, qualification_id, revision, account_id, name, company_name, credit_code,
                owner_type, purpose, status, policy, clock_revision, opened_at, warn_at, due_at, escalate_at, provisional)
            select ? + i, 'QUALIFICATION', ? + i, 1, 'company-a', '示例资质', '星河示例科技有限公司', '91330106673959654P',
                'COMPANY', 'SELF', 'OPEN', 'STANDARD', 1, now(), now(), now() + interval '1 day', now() + interval '2 days', false
            from generate_series(0, ? - 1) i
            """;

    private long next;

    public OpenReviews(long first) {
        this.next = first;
    }

    /** Opens {@code count} reviews; returns the work order of the first. */
    public long open(Connection database, int count) throws SQLException {
        long first = numbers(count);
        Sql.update(database, OPEN, first, first, count);
        return first;
    }

    /** Reserves {@code count} unused numbers; returns the first. */
    public long numbers(int count) {
        long first = next;
        next += count;
        return first;
    }
}
