package io.zizhi.qualification.catalogue.listing;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.zizhi.platform.identity.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * An applicant takes the account's list along as a file for spreadsheets. It is read while it is sent, some rows at a
 * time, and ends with their number, by which one sees that nothing is missing.
 */
@ApplicationScoped
public class ExportQualifications {

    /** By which Excel knows UTF-8. */
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final ReadFilter filters;
    private final RecordExport record;
    private final ReadExportPage pages;

    ExportQualifications(ReadFilter filters, RecordExport record, ReadExportPage pages) {
        this.filters = filters;
        this.record = record;
        this.pages = pages;
    }

    /** The file in pieces; fails at once where a parameter has not the right form. */
    public Multi<String> handle(Caller caller, ListParameters asked) {
        Reading reading = new Reading(caller.requireAccount(), filters.of(asked), asked.order());
        return record.handle(caller)
                .replaceWith(BYTE_ORDER_MARK + CsvLine.of(ExportColumn.titles()))
                .toMulti()
                .onCompletion()
                .switchTo(() -> rows(reading));
    }

    private Multi<String> rows(Reading reading) {
        return Multi.createBy()
                .repeating()
                .uni(() -> page(reading))
                .whilst(page -> page.next() != null)
                .map(page -> linesOf(page.rows()))
                .onCompletion()
                .continueWith(() -> List.of(CsvLine.of(List.of("# " + reading.count()))));
    }

    private Uni<ExportPage> page(Reading reading) {
        return pages.handle(reading.accountId(), reading.filter(), reading.order(), reading.after())
                .invoke(reading::advance);
    }

    private static String linesOf(List<ExportRow> rows) {
        return rows.stream().map(row -> CsvLine.of(ExportColumn.cells(row))).collect(Collectors.joining());
    }

    /** How far one export has come. */
    private record Reading(
            String accountId,
            ListFilter filter,
            ListOrder order,
            AtomicReference<@Nullable ListPosition> position,
            AtomicLong read) {

        Reading(String accountId, ListFilter filter, ListOrder order) {
            this(accountId, filter, order, new AtomicReference<>(), new AtomicLong());
        }

        @Nullable
        ListPosition after() {
            return position.get();
        }

        long count() {
            return read.get();
        }

        void advance(ExportPage page) {
            position.set(page.next());
            read.addAndGet(page.rows().size());
        }
    }
}
