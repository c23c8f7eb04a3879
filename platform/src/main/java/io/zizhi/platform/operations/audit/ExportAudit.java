package io.zizhi.platform.operations.audit;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.zizhi.platform.identity.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Exports entries of the audit log of this service, newest first. Pages are read while the response is sent, each in a
 * session of its own. An export ends after 100,000 entries or five minutes. Its last line then contains the cursor with
 * which the next export continues.
 */
@ApplicationScoped
public class ExportAudit {

    static final int MOST = 100_000;

    private static final int PAGE = 500;
    private static final Duration LONGEST = Duration.ofMinutes(5);

    private final RecordAuditRead record;
    private final AuditEntryRepository entries;
    private final ObjectMapper json;

    ExportAudit(RecordAuditRead record, AuditEntryRepository entries, ObjectMapper json) {
        this.record = record;
        this.entries = entries;
        this.json = json;
    }

    /**
     * Returns the file in chunks. The export is recorded before the first chunk.
     *
     * @param cursor the cursor of the previous export; null for the newest entries
     */
    Multi<String> handle(Caller auditor, AuditEntryFilter filter, @Nullable String cursor, ExportFormat format) {
        Reading reading = new Reading(filter, format, cursor);
        return record.handle(auditor, "audit-entries.exported", filter)
                .toMulti()
                .map(nothing -> "")
                .onCompletion()
                .switchTo(() -> lines(reading));
    }

    private Multi<String> lines(Reading reading) {
        return Multi.createBy()
                .repeating()
                .uni(() -> page(reading))
                .whilst(lines -> reading.goesOn())
                .onCompletion()
                .continueWith(() -> List.of(reading.format.tail(reading.count, reading.cursor, json)));
    }

    private Uni<String> page(Reading reading) {
        String head = reading.count == 0 ? reading.format.head() : "";
        return entries.page(reading.filter, reading.cursor, PAGE).map(page -> {
            reading.count += page.items().size();
            reading.cursor = page.nextCursor();
            return page.items().stream()
                    .map(entry -> reading.format.line(entry, json))
                    .collect(Collectors.joining("", head, ""));
        });
    }

    /** How far one export is. Its pages are read one after another. */
    private static final class Reading {

        private final AuditEntryFilter filter;
        private final ExportFormat format;
        private final long endsAt = System.nanoTime() + LONGEST.toNanos();
        private @Nullable String cursor;
        private long count;

        Reading(AuditEntryFilter filter, ExportFormat format, @Nullable String cursor) {
            this.filter = filter;
            this.format = format;
            this.cursor = cursor;
        }

        boolean goesOn() {
            return cursor != null && count < MOST && System.nanoTime() < endsAt;
        }
    }
}
