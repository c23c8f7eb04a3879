package io.zizhi.document.pinning;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** The pins: (document, qualification or letter, revision), each reserved until an instant or, once confirmed, for good. */
@ApplicationScoped
public class PinRepository {

    /** How long a submission may take between its pins and its event; as long as it reserves its phone number. */
    static final Duration RESERVED_FOR = Duration.ofMinutes(10);

    private static final String PIN = """
            insert into pin (document_id, qualification_id, revision, pinned_at, reserved_until)
            select id, :qualificationId, :revision, cast(:now as timestamptz), cast(:until as timestamptz)
            from document where id in (:ids)
            on conflict (document_id, qualification_id, revision) do update
            set reserved_until = excluded.reserved_until where pin.reserved_until is not null
            """;

    private static final String CONFIRM = """
            update pin set reserved_until = null
            where qualification_id = :qualificationId and revision = :revision and document_id in (:ids)
            """;

    private static final String REMOVE_LAPSED =
            "delete from pin where document_id = :id and reserved_until <= cast(:now as timestamptz)";

    /**
     * Pins the documents, or renews the reservation of those that are pinned and not confirmed.
     *
     * @param now by the clock of the database
     */
    Uni<Void> pin(List<String> documentIds, long qualificationId, int revision, Instant now) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(PIN)
                        .setParameter("qualificationId", qualificationId)
                        .setParameter("revision", revision)
                        .setParameter("now", now)
                        .setParameter("until", now.plus(RESERVED_FOR))
                        .setParameter("ids", documentIds)
                        .executeUpdate())
                .replaceWithVoid();
    }

    /** The number of those of the documents that the revision has pinned, lapsed or not; all of them hold now. */
    Uni<Integer> confirm(List<String> documentIds, long qualificationId, int revision) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(CONFIRM)
                        .setParameter("qualificationId", qualificationId)
                        .setParameter("revision", revision)
                        .setParameter("ids", documentIds)
                        .executeUpdate());
    }

    Uni<Void> removeAllOf(long qualificationId) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery("delete from pin where qualification_id = :qualificationId")
                        .setParameter("qualificationId", qualificationId)
                        .executeUpdate())
                .replaceWithVoid();
    }

    /**
     * Whether a pin holds the document. The lapsed ones are removed first, and then any counts: one that is confirmed
     * at the same moment is either gone for its event or seen here.
     *
     * @param now by the clock of the database
     */
    Uni<Boolean> isPinned(String documentId, Instant now) {
        return Panache.getSession()
                .call(session -> session.createNativeQuery(REMOVE_LAPSED)
                        .setParameter("id", documentId)
                        .setParameter("now", now)
                        .executeUpdate())
                .chain(session -> session.createNativeQuery(
                                "select exists (select 1 from pin where document_id = :id)", Boolean.class)
                        .setParameter("id", documentId)
                        .getSingleResult());
    }
}
