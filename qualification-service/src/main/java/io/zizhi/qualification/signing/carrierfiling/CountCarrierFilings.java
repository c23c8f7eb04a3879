package io.zizhi.qualification.signing.carrierfiling;

import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import io.zizhi.platform.database.NativeQuery;
import io.zizhi.qualification.model.carrierfiling.CarrierFilingStatus;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Counts the carrier filings of all accounts by indexes, so that old ones cost nothing. */
@ApplicationScoped
class CountCarrierFilings {

    /** Reads the index {@code carrier_filing_open} and nothing else. */
    private static final String OPEN = """
            select status, carrier, count(*) as amount, count(overdue_at) as overdue
            from carrier_filing
            where status in ('PENDING', 'FILED')
            group by status, carrier
            """;

    /** Uses the index {@code carrier_filing_answered}. */
    private static final String RECENT = """
            select status, carrier, count(*) as amount, 0 as overdue
            from carrier_filing
            where status in ('ACCEPTED', 'REJECTED', 'CANCELLED')
              and coalesce(ended_at, reported_at) > now() - interval '30 days'
            group by status, carrier
            """;

    private static final String ORDER = "order by carrier, status";

    /** Counts all open filings, and those that were accepted, rejected or cancelled in the last 30 days. */
    @WithSession
    Uni<List<CarrierFilingCount>> recent() {
        return counts(OPEN + "union all " + RECENT + ORDER);
    }

    /** Counts those for which the filing system or the carrier still has to act. */
    @WithSession
    Uni<List<CarrierFilingCount>> open() {
        return counts(OPEN + ORDER);
    }

    private static Uni<List<CarrierFilingCount>> counts(String statement) {
        return new NativeQuery(statement)
                .rows()
                .map(rows -> rows.stream()
                        .map(row -> new CarrierFilingCount(
                                row.text("carrier"),
                                CarrierFilingStatus.valueOf(row.text("status")),
                                row.number("amount"),
                                row.number("overdue")))
                        .toList());
    }
}
