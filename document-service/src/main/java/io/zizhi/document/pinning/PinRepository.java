package io.zizhi.document.pinning;

import io.smallrye.mutiny.Uni;
import io.zizhi.document.pinning.removal.RemoveRow;
import io.zizhi.platform.database.NativeQuery;
import io.zizhi.platform.database.Row;
import io.zizhi.platform.operations.reservation.ReservedRows;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Pins of documents, by (document, qualification or letter, revision). Each is reserved for a term and, once confirmed,
 * permanent.
 */
@ApplicationScoped
public class PinRepository {

    /**
     * Term of an unconfirmed pin, after which qualification-service is asked for the outcome of its submission. Equal to
     * that of a phone number's reservation.
     */
    static final Duration RESERVED_FOR = Duration.ofMinutes(10);

    /** Maximum number of uses returned for one document. */
    static final int MOST_USES = 20;

    private static final String PIN = """
            insert into pin (document_id, qualification_id, revision, pinned_at, reserved_until)
            select id, :qualificationId, :revision, cast(:now as timestamptz), cast(:until as timestamptz)
            from document where id in (:ids)
            on conflict (document_id, qualification_id, revision) do update
            set reserved_until = excluded.reserved_until where pin.reserved_until is not null
            """;

    /** Confirms pins. Locks the documents before their pins, as {@link RemoveRow} does. */
    private static final String CONFIRM = """
            with held as (
                select id from document where id in (:ids) order by id for update),
            confirmed as (
                update pin set reserved_until = null
                where qualification_id = :qualificationId and revision = :revision
                    and document_id in (select id from held)
                returning document_id),
            used as (
                update document set unused_since = null, named = true
                where unused_since is not null and id in (select document_id from confirmed))
            select count(*) from confirmed
            """;

    private static final String HOLD_DOCUMENTS = """
            select id from document
            where id in (select document_id from pin where qualification_id = :qualificationId) order by id for update
            """;

    /** Removes pins. The removal period of a document starts when its last confirmed pin ends. */
    private static final String REMOVE = """
            with freed as (
                delete from pin where qualification_id = :qualificationId and %s
                returning document_id, qualification_id, revision)
            update document set unused_since = clock_timestamp(), last_use = cast(:lastUse as text)
            where id in (select document_id from freed)
                and not exists (
                    select 1 from pin other where other.document_id = document.id and other.reserved_until is null
                        and not exists (
                            select 1 from freed where freed.document_id = other.document_id
                                and freed.qualification_id = other.qualification_id
                                and freed.revision = other.revision))
            """;

    private static final String REMOVE_UNRETAINED = REMOVE.formatted("""
            not exists (
                select 1 from document_use u
                where u.subject_id = pin.qualification_id and u.revision = pin.revision)""");

    private static final String REMOVE_REVISION = REMOVE.formatted("revision = :revision");

    /** Selects the newest uses of each document. */
    private static final String USES = """
            select document_id, qualification_id, revision from (
                select document_id, qualification_id, max(revision) as revision,
                    row_number() over (partition by document_id order by qualification_id desc) as place
                from pin where document_id in (:ids) and reserved_until is null
                group by document_id, qualification_id) as use
            where place <= %d order by document_id, qualification_id desc
            """.formatted(MOST_USES);

    /** Pins of failed submissions are removed. No end of use is recorded: an unconfirmed pin never was a use. */
    @Produces
    @Singleton
    static ReservedRows reserved() {
        return new ReservedRows("pin", "delete from pin");
    }

    /**
     * Pins the documents, or renews unconfirmed pins.
     *
     * @param now database time
     */
    Uni<Void> pin(List<String> documentIds, long qualificationId, int revision, Instant now) {
        return new NativeQuery(PIN)
                .with("qualificationId", qualificationId)
                .with("revision", revision)
                .with("now", now)
                .with("until", now.plus(RESERVED_FOR))
                .with("ids", documentIds)
                .execute()
                .replaceWithVoid();
    }

    /** Confirms the pins of the revision, including lapsed pins, and returns their number. */
    Uni<Integer> confirm(List<String> documentIds, long qualificationId, int revision) {
        return new NativeQuery(CONFIRM)
                .with("qualificationId", qualificationId)
                .with("revision", revision)
                .with("ids", documentIds)
                .single(Long.class)
                .map(Math::toIntExact);
    }

    /**
     * Returns the submitted qualifications and letters that use the documents, newest first.
     *
     * @param documentIds not empty
     * @return at most {@link #MOST_USES} for each document
     */
    public Uni<Map<String, List<DocumentUse>>> usesOf(List<String> documentIds) {
        return new NativeQuery(USES)
                .with("ids", documentIds)
                .rows()
                .map(rows -> rows.stream()
                        .collect(Collectors.groupingBy(
                                row -> row.text("document_id"),
                                Collectors.mapping(PinRepository::use, Collectors.toList()))));
    }

    private static DocumentUse use(Row row) {
        return new DocumentUse(row.number("qualification_id"), Math.toIntExact(row.number("revision")));
    }

    /**
     * Removes the pins of a deleted qualification or letter, except those of revisions that are retained. Locks the
     * documents first: if two qualifications end at the same time, each must see the other's pins.
     */
    Uni<Void> removeUnretained(long qualificationId) {
        return hold(qualificationId)
                .chain(held -> new NativeQuery(REMOVE_UNRETAINED)
                        .with("qualificationId", qualificationId)
                        .with("lastUse", null)
                        .execute())
                .replaceWithVoid();
    }

    /**
     * Removes the pins of one revision, whose retention is over.
     *
     * @param lastUse the state of the revision
     */
    public Uni<Void> removeRevision(long qualificationId, int revision, String lastUse) {
        return hold(qualificationId)
                .chain(held -> new NativeQuery(REMOVE_REVISION)
                        .with("qualificationId", qualificationId)
                        .with("revision", revision)
                        .with("lastUse", lastUse)
                        .execute())
                .replaceWithVoid();
    }

    private static Uni<List<String>> hold(long qualificationId) {
        return new NativeQuery(HOLD_DOCUMENTS)
                .with("qualificationId", qualificationId)
                .list(String.class);
    }

    /**
     * Returns whether a pin holds the document. An unconfirmed pin holds it past its term, until the outcome of its
     * submission is known.
     */
    public Uni<Boolean> isPinned(String documentId) {
        return new NativeQuery("select exists (select 1 from pin where document_id = :id)")
                .with("id", documentId)
                .single(Boolean.class);
    }
}
