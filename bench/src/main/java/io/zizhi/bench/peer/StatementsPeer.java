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
            returning case when exists (select from inbox where event_id = ?) then 1 else 0 end
            """;

    private static final String RECEIPT = """
            recorded as (insert into inbox(event_id) values (cast(? as uuid))),
            received as (
                select cast(? as uuid) as id, cast(? as text) as topic, cast(? as text) as aggregate_id,
                    cast(1 as bigint) as version),
            advanced as (
                update inbox_cursor set last_version = greatest(last_version, version)
                from received
                where inbox_cursor.topic = received.topic and inbox_cursor.aggregate_id = received.aggregate_id
                returning 1),
            dropped as (
                delete from held_event using received
                where held_event.topic = received.topic and held_event.aggregate_id = received.aggregate_id
                  and aggregate_version <= version and event_id = id),
            followed as (
                select exists (select from held_event, received where held_event.topic = received.topic
                    and held_event.aggregate_id = received.aggregate_id and event_id <> id
                    and aggregate_version <= version + 1) as found)""";

    private static final String CANCEL = """
            cancelled as (
                update timer set state = 'CANCELLED'
                from unnest(cast(? as text[]), cast(? as bigint[])) as owner(type, id)
                where owner_type = owner.type and owner_id = owner.id
                  and case when state = 'ARMED' then true else false end
                returning 1)""";

    private static final String ARM = """
            armed as (
                insert into timer(owner_type, owner_id, kind, cycle, due_at, state)
                select ?, ?, kind, 1, due_at, 'ARMED'
                from unnest(cast(? as text[]), cast(? as timestamptz[])) as e(kind, due_at)
                returning 1)""";

    private static final String EVENT = """
            event as (
                select topic, aggregate_id, event_id, type, payload, occurred_at, position
                from unnest(array[?], array[?], array[cast(? as uuid)], array[?], array[?], array[cast(? as timestamptz)])
                    with ordinality as e(topic, aggregate_id, event_id, type, payload, occurred_at, position)),
            stream as (
                insert into outbox_stream as known (topic, aggregate_id, version)
                select topic, aggregate_id, count(*) from event group by topic, aggregate_id
                order by topic, aggregate_id
                on conflict (topic, aggregate_id) do update set version = known.version + excluded.version
                returning topic, aggregate_id, version),
            appended as (
                insert into outbox(event_id, topic, aggregate_id, aggregate_version, type, payload, occurred_at)
                select event_id, topic, aggregate_id,
                    version + 1 - row_number() over (partition by topic, aggregate_id order by position desc),
                    type, payload, occurred_at
                from event join stream using (topic, aggregate_id)
                order by position
                returning 1)""";

    private static final String AUDIT = """
            audited as (
                insert into audit_entry(actor, role, account_id, action, object_type, object_id, fields)
                select actor, 'reviewer', account_id, action, 'review', object_id, string_to_array(fields, ',')
                from unnest(array[?], array[?], array[?], array[?], array[?])
                    with ordinality as e(actor, account_id, action, object_id, fields, position)
                order by account_id, position
                returning 1)""";

    private static final String BOOKS_OF_OPENED = books(
            "(select count(*) from advanced) + (select cast(found as integer) from followed), (select count(*) from armed),"
                    + " (select count(*) from appended)",
            RECEIPT,
            ARM,
            EVENT);

    private static final String BOOKS_OF_CLAIMED = books(
            "(select count(*) from armed), (select count(*) from appended), (select count(*) from audited)",
            CANCEL,
            ARM,
            EVENT,
            AUDIT);

    private static final String BOOKS_OF_DECIDED = books(
            "(select 0 * count(*) from cancelled), (select count(*) from appended), (select count(*) from audited)",
            CANCEL,
            EVENT,
            AUDIT);

    private static final String REVIEW = """
            insert into review(work_order, subject, qualification_id, revision, account_id, name, company_name, credit_code,
                owner_type, purpose, status, policy, clock_revision, opened_at, warn_at, due_at, escalate_at, provisional)
            values (?, 'QUALIFICATION', ?, 1, ?, '示例资质', '星河示例科技有限公司', '91330106673959654P', 'COMPANY', 'SELF', 'OPEN',
                'STANDARD', 1, ?, ?, ?, ?, false)
            """;

    private static final String DOCUMENT = "insert into review_document(work_order, document_id) values (?, ?)";

    private static final String LOCK = "select * from review where work_order = ? for no key update";
    private static final String NOW = "select cast(extract(epoch from clock_timestamp()) as bigint)";

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
        UUID eventId = UUID.randomUUID();
        Sql.number(connection, CURSOR, SUBMISSIONS, key, eventId);
        Sql.update(connection, REVIEW, workOrder, workOrder, ACCOUNT, now, warn, due, escalate);
        Sql.update(connection, DOCUMENT, workOrder, "00000000000000000000000000000001");
        Sql.update(connection, DOCUMENT, workOrder, "00000000000000000000000000000002");
        Sql.number(
                connection,
                BOOKS_OF_OPENED,
                eventId,
                eventId,
                SUBMISSIONS,
                key,
                "review",
                workOrder,
                "{WARN,BREACH,ESCALATE}",
                "{" + warn + "," + due + "," + escalate + "}",
                TOPIC,
                key,
                UUID.randomUUID(),
                EventType.REVIEW_OPENED.typeName(),
                Json.warned(workOrder),
                now);
    }

    private static void claimed(Connection connection, long workOrder) throws SQLException {
        String key = Long.toString(workOrder);
        OffsetDateTime now = now();
        OffsetDateTime end = now.plusMinutes(15);
        Sql.number(connection, LOCK, workOrder);
        Sql.number(connection, NOW);
        Sql.update(connection, CLAIMED, REVIEWER, now, end, workOrder);
        Sql.number(
                connection,
                BOOKS_OF_CLAIMED,
                "{review-lease}",
                "{" + workOrder + "}",
                "review-lease",
                workOrder,
                "{LEASE}",
                "{" + end + "}",
                TOPIC,
                key,
                UUID.randomUUID(),
                EventType.REVIEW_CLAIMED.typeName(),
                Json.warned(workOrder),
                now,
                REVIEWER,
                ACCOUNT,
                "review.claimed",
                key,
                "");
    }

    private static void decided(Connection connection, long workOrder) throws SQLException {
        String key = Long.toString(workOrder);
        OffsetDateTime now = now();
        Sql.number(connection, LOCK, workOrder);
        Sql.number(connection, NOW);
        Sql.update(connection, DECISION, workOrder, ACCOUNT, REVIEWER, now);
        Sql.update(connection, DECIDED, now, workOrder);
        Sql.number(
                connection,
                BOOKS_OF_DECIDED,
                "{review,review-lease}",
                "{" + workOrder + "," + workOrder + "}",
                TOPIC,
                key,
                UUID.randomUUID(),
                EventType.REVIEW_DECIDED.typeName(),
                Json.warned(workOrder),
                now,
                REVIEWER,
                ACCOUNT,
                "review.decided",
                key,
                "outcome");
    }

    /** Returns the statement of {@code Bookkeeping}. */
    private static String books(String results, String... queries) {
        return "with " + String.join(",\n", queries) + "\nselect " + results;
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
