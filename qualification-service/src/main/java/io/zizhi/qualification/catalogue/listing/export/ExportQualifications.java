package io.zizhi.qualification.catalogue.listing.export;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.zizhi.platform.http.CsvLine;
import io.zizhi.platform.identity.Caller;
import io.zizhi.qualification.catalogue.listing.query.ListFilter;
import io.zizhi.qualification.catalogue.listing.query.ListOrder;
import io.zizhi.qualification.catalogue.listing.query.ListParameters;
import io.zizhi.qualification.catalogue.listing.query.ListPosition;
import io.zizhi.qualification.catalogue.listing.query.ReadFilter;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Exports the account's list as CSV for spreadsheets. Rows are read page by page while the response is sent. The last
 * line contains the number of rows, which shows that the export is complete.
 */
@ApplicationScoped
public class ExportQualifications {

    /** Excel recognizes UTF-8 by this mark. */
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final ReadFilter filters;
    private final RecordExport record;
    private final ReadExportPage pages;

    ExportQualifications(ReadFilter filters, RecordExport record, ReadExportPage pages) {
        this.filters = filters;
        this.record = record;
        this.pages = pages;
    }

    /** Returns the file in chunks; fails immediately if a parameter is invalid. */
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
