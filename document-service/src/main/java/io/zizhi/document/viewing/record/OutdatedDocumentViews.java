package io.zizhi.document.viewing.record;

import io.zizhi.platform.runtime.cleanup.OutdatedRows;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;

/**
 * Deletes the searchable views after five years. The audit log keeps them. Deletes marks after one day; each is used for
 * one hour.
 */
@Singleton
class OutdatedDocumentViews {

    private static final Duration KEPT = Duration.ofDays(5 * 366);

    private static final String DELETE = """
            delete from document_view where ctid = any(array(
                select ctid from document_view
                where viewed_at < statement_timestamp() - make_interval(secs => :age)
                order by viewed_at, mark limit :limit for update skip locked))
            """;

    private static final String DELETE_MARKS = """
            delete from document_mark where ctid = any(array(
                select ctid from document_mark
                where hour < statement_timestamp() - make_interval(secs => :age)
                order by hour limit :limit for update skip locked))
            """;

    @Produces
    @Singleton
    static OutdatedRows documentMarks() {
        return new OutdatedRows("document_mark", Duration.ofDays(1), DELETE_MARKS);
    }

    @Produces
    @Singleton
    static OutdatedRows documentViews() {
        return new OutdatedRows("document_view", KEPT, DELETE);
    }
}
