package io.zizhi.review.decision.reasons;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import io.zizhi.platform.database.NativeQuery;
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
        return new NativeQuery(INSERT)
                .with("id", CannedText.id(reason, name))
                .with("reason", reason)
                .with("name", name)
                .with("zh", text.zh())
                .with("en", text.en())
                .with("by", by)
                .with("at", at)
                .execute()
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
