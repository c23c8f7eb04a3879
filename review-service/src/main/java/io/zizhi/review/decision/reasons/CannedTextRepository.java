package io.zizhi.review.decision.reasons;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;

/** Finds and changes canned texts. Of several concurrent changes of one version, one succeeds. */
@ApplicationScoped
public class CannedTextRepository implements PanacheRepositoryBase<CannedText, String> {

    private static final String INSERT = """
            insert into canned_text(id, reason, name, zh, en, version, changed_by, changed_at)
            values (:id, :reason, :name, :zh, :en, 1, :by, :at) on conflict do nothing
            """;

    Uni<List<CannedText>> all() {
        return list("order by reason, name");
    }

    /** Inserts version 1; returns false if the text already exists. */
    Uni<Boolean> add(String reason, String name, CannedTextRequest text, String by, Instant at) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(INSERT)
                        .setParameter("id", CannedText.id(reason, name))
                        .setParameter("reason", reason)
                        .setParameter("name", name)
                        .setParameter("zh", text.zh())
                        .setParameter("en", text.en())
                        .setParameter("by", by)
                        .setParameter("at", at)
                        .executeUpdate())
                .map(inserted -> inserted > 0);
    }

    /** Replaces the text; returns false unless it had {@code version}. */
    Uni<Boolean> replace(String id, long version, CannedTextRequest text, String by, Instant at) {
        return update(
                        "zh = ?1, en = ?2, version = version + 1, changedBy = ?3, changedAt = ?4"
                                + " where id = ?5 and version = ?6",
                        text.zh(),
                        text.en(),
                        by,
                        at,
                        id,
                        version)
                .map(updated -> updated > 0);
    }

    /** Deletes the text; returns false unless it had {@code version}. */
    Uni<Boolean> remove(String id, long version) {
        return delete("id = ?1 and version = ?2", id, version).map(deleted -> deleted > 0);
    }
}
