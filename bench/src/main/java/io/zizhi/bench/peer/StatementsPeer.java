package io.zizhi.bench.peer;

import io.agroal.api.AgroalDataSource;
import io.zizhi.bench.site.Json;
import io.zizhi.bench.site.Sql;
import io.zizhi.contracts.EventType;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;

/**
 * Runs the statements of review-service without the service. They are the statements that PostgreSQL logs for an
 * opened, a claimed and a decided review, in the same order and transactions. They run by JDBC from this JVM, as in an
 * embedded engine. Broker, HTTP, tokens and rules are left out.
 */
public final class StatementsPeer {

    private static final String ACCOUNT = "company-a";
    private static final String REVIEWER = "reviewer-a";
    private static final String TOPIC = "zizhi.review.v1";
    private static final String SUBMISSIONS = "zizhi.qualification.v1";

    private static final String CURSOR = """
            insert into inbox_cursor as known (topic, aggregate_id, last_version) values (?, ?, 0)
            on conflict (topic, aggregate_id) do update set last_version = known.last_version
            """;

    private static final String NOTE = """
            with noted as (
                insert into inbox(event_id) values (?) on conflict do nothing returning event_id),
            advanced as (
                update inbox_cursor set last_version = 1 where topic = ? and aggregate_id = ?),
            dropped as (
                delete from held_event where topic = ? and aggregate_id = ? and aggregate_version <= 1)
            select case when exists (select from noted) then 1 else 0 end, h.event_id, h.payload
            from (values (1)) one
            left join lateral (
                select * from held_event where topic = ? and aggregate_id = ? and aggregate_version > 1
                order by aggregate_version limit 1) h on true
            """;

    private static final String REVIEW = """
            insert into review(work_order, subject, qualification_id, revision, account_id, name, company_name, credit_code,
                owner_type, purpose, status, policy, clock_revision, opened_at, warn_at, due_at, escalate_at, provisional)
            values (?, 'QUALIFICATION', ?, 1, ?, '示例资质', '星河示例科技有限公司', '91330106673959654P', 'COMPANY', 'SELF', 'OPEN',
                'STANDARD', 1, ?, ?, ?, ?, false)
            """;

    private static final String DOCUMENT = "insert into review_document(work_order, document_id) values (?, ?)";

    private static final String ARM = """
            insert into timer(owner_type, owner_id, kind, cycle, due_at, state, traceparent)
            select ?, ?, kind, 1, due_at, 'ARMED', null
            from unnest(cast(? as text[]), cast(? as timestamptz[])) as armed(kind, due_at)
            """;

    private static final String CANCEL = """
            update timer set state = 'CANCELLED' where owner_type = ? and owner_id = ? and state = 'ARMED'
            """;

    private static final String NOTIFY = """
            with event as (
                select * from unnest(array[?], array[?], array[?], array[?], array[?])
                    with ordinality as e(topic, aggregate_id, event_id, type, payload, position)),
            stream as (
                insert into outbox_stream as known (topic, aggregate_id, version)
                select topic, aggregate_id, count(*) from event group by topic, aggregate_id
                order by topic, aggregate_id
                on conflict (topic, aggregate_id) do update set version = known.version + excluded.version
                returning topic, aggregate_id, version)
            insert into outbox(event_id, topic, aggregate_id, aggregate_version, type, payload, occurred_at)
            select cast(event_id as uuid), topic, aggregate_id,
                version + 1 - row_number() over (partition by topic, aggregate_id order by position desc),
                type, payload, ?
            from event join stream using (topic, aggregate_id) order by position
            """;

    private static final String LOCK = "select * from review where work_order = ? for no key update";
    private static final String NOW = "select cast(extract(epoch from clock_timestamp()) as bigint)";

    private static final String AUDIT = """
            insert into audit_entry(actor, role, account_id, action, object_type, object_id, reason, fields)
            values (?, 'reviewer', ?, ?, 'review', ?, null, string_to_array(?, ','))
            """;

    private static final String CLAIMED = """
            update review set status = 'CLAIMED', reviewer_id = ?, claimed_at = ?, lease_ends_at = ?, lease_cycle = 1
            where work_order = ?
            """;

    private static final String DECISION = """
            insert into decision(work_order, account_id, outcome, reviewer_id, decided_at)
            values (?, ?, 'APPROVED', ?, ?)
            """;

    private static final String DECIDED = """
            update review set status = 'DECIDED', outcome = 'APPROVED', decided_at = ?, lease_ends_at = null
            where work_order = ?
            """;

    private final AgroalDataSource pool;

    public StatementsPeer(AgroalDataSource pool) {
        this.pool = pool;
    }

    public Cases.Case review(long workOrder) {
        return new Cases.Case() {

            @Override
            public void open() {
                transaction(connection -> opened(connection, workOrder));
            }

            @Override
            public void claim() {
                transaction(connection -> claimed(connection, workOrder));
            }

            @Override
            public void decide() {
                transaction(connection -> decided(connection, workOrder));
            }
        };
    }

    private static void opened(Connection connection, long workOrder) throws SQLException {
        String key = Long.toString(workOrder);
        OffsetDateTime now = now();
        OffsetDateTime warn = now.plusMinutes(90);
        OffsetDateTime due = now.plusHours(2);
        OffsetDateTime escalate = now.plusHours(3);
        Sql.update(connection, CURSOR, SUBMISSIONS, key);
        Sql.number(connection, NOTE, UUID.randomUUID(), SUBMISSIONS, key, SUBMISSIONS, key, SUBMISSIONS, key);
        Sql.update(
                connection,
                ARM,
                "review",
                workOrder,
                "{WARN,BREACH,ESCALATE}",
                "{" + warn + "," + due + "," + escalate + "}");
        publish(connection, workOrder, EventType.REVIEW_OPENED);
        Sql.update(connection, REVIEW, workOrder, workOrder, ACCOUNT, now, warn, due, escalate);
        Sql.update(connection, DOCUMENT, workOrder, "00000000000000000000000000000001");
        Sql.update(connection, DOCUMENT, workOrder, "00000000000000000000000000000002");
    }

    private static void claimed(Connection connection, long workOrder) throws SQLException {
        OffsetDateTime now = now();
        OffsetDateTime end = now.plusMinutes(15);
        Sql.number(connection, LOCK, workOrder);
        Sql.number(connection, NOW);
        Sql.update(connection, CANCEL, "review-lease", workOrder);
        Sql.update(connection, ARM, "review-lease", workOrder, "{LEASE}", "{" + end + "}");
        publish(connection, workOrder, EventType.REVIEW_CLAIMED);
        Sql.update(connection, AUDIT, REVIEWER, ACCOUNT, "review.claimed", Long.toString(workOrder), "");
        Sql.update(connection, CLAIMED, REVIEWER, now, end, workOrder);
    }

    private static void decided(Connection connection, long workOrder) throws SQLException {
        OffsetDateTime now = now();
        Sql.number(connection, LOCK, workOrder);
        Sql.number(connection, NOW);
        Sql.update(connection, CANCEL, "review", workOrder);
        Sql.update(connection, CANCEL, "review-lease", workOrder);
        publish(connection, workOrder, EventType.REVIEW_DECIDED);
        Sql.update(connection, AUDIT, REVIEWER, ACCOUNT, "review.decided", Long.toString(workOrder), "outcome");
        Sql.update(connection, DECISION, workOrder, ACCOUNT, REVIEWER, now);
        Sql.update(connection, DECIDED, now, workOrder);
    }

    private static void publish(Connection connection, long workOrder, EventType type) throws SQLException {
        Sql.update(
                connection,
                NOTIFY,
                TOPIC,
                Long.toString(workOrder),
                UUID.randomUUID().toString(),
                type.typeName(),
                Json.warned(workOrder),
                now());
    }

    private static OffsetDateTime now() {
        return Instant.now().atOffset(ZoneOffset.UTC);
    }

    private void transaction(Statements statements) {
        try (Connection connection = pool.getConnection()) {
            connection.setAutoCommit(false);
            statements.run(connection);
            connection.commit();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The statements of one transaction. */
    @FunctionalInterface
    private interface Statements {
        void run(Connection connection) throws SQLException;
    }
}
