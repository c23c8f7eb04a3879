package io.zizhi.platform.operations.audit;

import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import io.zizhi.platform.database.NativeQuery;
import io.zizhi.platform.http.ListCursor;
import io.zizhi.platform.http.Page;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Reads the audit log, newest first. Each single criterion except the object has an index that also holds the order, so
 * a page reads about as many rows as it returns. The index of objects is in another order, so a page sorts all rows of
 * the object. Several criteria use the index of the rarest one.
 */
@ApplicationScoped
class AuditEntryRepository {

    /** Characters shown of a text. Services write shorter ones. */
    private static final int SHOWN = 2_000;

    /** The nearest time with a year of four digits. Nothing checked the times of rows before the database set them. */
    private static final String AT = """
            greatest(least(coalesce(at, '-infinity'), '9999-12-31T23:59:59.999999Z'), '0001-01-01T00:00:00Z') as at
            """;

    static final String SELECT = "select sequence, " + AT
            + Stream.of("actor", "role", "action", "object_type", "object_id")
                    .map(column -> ", " + cut("coalesce(" + column + ", '')") + " as " + column)
                    .collect(Collectors.joining())
            + Stream.of("account_id", "reason", "recipient")
                    .map(column -> ", " + cut(column) + " as " + column)
                    .collect(Collectors.joining())
            + ", " + cut("coalesce(array_to_string(fields, ','), '')") + " as fields from audit_entry";

    /** The cursor names the last entry by its number: its exact time stays in the database. */
    static final String AFTER = "(at, sequence) < ((select at from audit_entry where sequence = :after), :after)";

    /** The column of the table, not the time that is shown. */
    static final String ORDER = "order by audit_entry.at desc, sequence desc";

    private static final int CURSOR_PARTS = 2;

    private final String service;

    AuditEntryRepository(@ConfigProperty(name = "quarkus.application.name") String service) {
        this.service = service;
    }

    /** @param cursor the {@code nextCursor} of the previous page; null for the newest entries */
    @WithSession
    Uni<Page<AuditEntryView>> page(AuditEntryFilter filter, @Nullable String cursor, int limit) {
        NativeQuery query = filter.on(new NativeQuery(SELECT));
        ListCursor last = ListCursor.from(cursor, CURSOR_PARTS);
        if (last != null) {
            query.where(AFTER).with("after", last.number(1));
        }
        return query.then(ORDER + " limit " + (limit + 1))
                .rows()
                .map(rows -> Page.of(
                        rows.stream()
                                .map(row -> AuditEntryView.from(row, service))
                                .toList(),
                        limit,
                        entry -> ListCursor.of(entry.at(), entry.sequence())));
    }

    private static String cut(String text) {
        return "case when char_length(%1$s) > %2$d then left(%1$s, %2$d) || '…' else %1$s end".formatted(text, SHOWN);
    }
}
