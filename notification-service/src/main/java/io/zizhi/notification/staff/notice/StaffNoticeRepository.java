package io.zizhi.notification.staff.notice;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import io.zizhi.notification.staff.subscription.SlaKind;
import io.zizhi.platform.database.NativeQuery;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Stores groups and their alerts. */
@ApplicationScoped
class StaffNoticeRepository implements PanacheRepositoryBase<StaffNotice, Long> {

    private static final String NEWEST = """
            select notice_id, number, closes_at from staff_notice
            where subscription_id = :subscription and kind = :kind
            order by number desc limit 1
            """;

    private static final String OPEN = """
            insert into staff_notice(notice_id, subscription_id, kind, number, status, opened_at, closes_at)
            values (nextval('staff_notice_id'), :subscription, :kind, :number, 'COLLECTING', :now, :closesAt)
            on conflict do nothing returning notice_id
            """;

    /** Takes a shared lock: events can join in parallel, and only the timer that closes the group waits for them. */
    private static final String HOLD_OPEN = """
            select notice_id from staff_notice
            where notice_id = :notice and status = 'COLLECTING' and closes_at > clock_timestamp() for share
            """;

    private static final String ADD = """
            insert into staff_notice_review(notice_id, work_order, due_at, fired_at)
            values (:notice, :workOrder, :dueAt, :firedAt) on conflict do nothing
            """;

    private static final String LOCK_FREE =
            "select notice_id from staff_notice where notice_id = any(:ids) order by notice_id for update skip locked";

    private static final String GATHERED = """
            select notice_id, count(*) as reviews, min(due_at) as oldest, min(fired_at) as first_fired,
                array_to_string(array(
                    select work_order from staff_notice_review one where one.notice_id = every_one.notice_id
                    order by due_at, work_order limit %d), ',') as named
            from staff_notice_review every_one where notice_id = any(:ids) group by notice_id
            """.formatted(Gathered.FIRST);

    Uni<Optional<Grouping.Newest>> newest(long subscription, SlaKind kind) {
        return new NativeQuery(NEWEST)
                .with("subscription", subscription)
                .with("kind", kind.name())
                .first(Tuple.class)
                .map(found -> found.map(row -> new Grouping.Newest(
                        row.get("notice_id", Long.class),
                        row.get("number", Long.class),
                        instant(row.get("closes_at")))));
    }

    /** Opens the group with that number; empty if another transaction has just opened it. */
    Uni<Optional<Long>> open(long subscription, SlaKind kind, Grouping.Step.Open step, Instant now) {
        return new NativeQuery(OPEN)
                .with("subscription", subscription)
                .with("kind", kind.name())
                .with("number", step.number())
                .with("now", now)
                .with("closesAt", step.closesAt())
                .first(Long.class);
    }

    /** Keeps the group open until the transaction ends. Returns false if its window is over. */
    Uni<Boolean> holdOpen(long notice) {
        return new NativeQuery(HOLD_OPEN)
                .with("notice", notice)
                .list(Long.class)
                .map(found -> !found.isEmpty());
    }

    /** Adds a review. It counts once in a group. */
    Uni<Void> add(long notice, ReviewAlert alert) {
        return new NativeQuery(ADD)
                .with("notice", notice)
                .with("workOrder", alert.workOrder())
                .with("dueAt", alert.dueAt())
                .with("firedAt", alert.firedAt())
                .execute()
                .replaceWithVoid();
    }

    /** Locks the groups that no event is joining. */
    Uni<List<Long>> lockFree(List<Long> ids) {
        return new NativeQuery(LOCK_FREE).with("ids", ids.toArray(Long[]::new)).list(Long.class);
    }

    Uni<Map<Long, Gathered>> gathered(List<Long> ids) {
        return new NativeQuery(GATHERED)
                .with("ids", ids.toArray(Long[]::new))
                .list(Tuple.class)
                .map(rows -> rows.stream()
                        .collect(Collectors.toMap(
                                row -> row.get("notice_id", Long.class), StaffNoticeRepository::gathered)));
    }

    /** Purges the alerts of closed groups. */
    Uni<Void> purgeGathered(List<Long> ids) {
        return new NativeQuery("delete from staff_notice_review where notice_id = any(:ids)")
                .with("ids", ids.toArray(Long[]::new))
                .execute()
                .replaceWithVoid();
    }

    /** Returns notices before {@code before}, newest first; one row more than {@code limit} if there are more. */
    Uni<List<StaffNotice>> page(long before, int limit) {
        return find("id < ?1 order by id desc", before).page(0, limit + 1).list();
    }

    private static Gathered gathered(Tuple row) {
        return new Gathered(
                row.get("reviews", Long.class).intValue(),
                instant(row.get("oldest")),
                instant(row.get("first_fired")),
                Arrays.stream(row.get("named", String.class).split(","))
                        .map(Long::valueOf)
                        .toList());
    }

    private static Instant instant(Object value) {
        return value instanceof OffsetDateTime time ? time.toInstant() : (Instant) value;
    }
}
