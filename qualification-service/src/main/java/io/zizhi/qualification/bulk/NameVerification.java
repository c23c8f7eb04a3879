package io.zizhi.qualification.bulk;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import io.zizhi.platform.http.problem.Problems;
import io.zizhi.platform.identity.Caller;
import io.zizhi.qualification.bulk.model.BulkFilingRepository;
import io.zizhi.qualification.bulk.model.BulkRow;
import io.zizhi.qualification.bulk.model.BulkRowRepository;
import io.zizhi.qualification.bulk.model.BulkRowView;
import jakarta.enterprise.context.ApplicationScoped;

/** Sets the phone verification of a row that waits for one. */
@ApplicationScoped
public class NameVerification {

    private final BulkFilingRepository filings;
    private final BulkRowRepository rows;
    private final UseVerification use;
    private final ShowRow show;

    NameVerification(BulkFilingRepository filings, BulkRowRepository rows, UseVerification use, ShowRow show) {
        this.filings = filings;
        this.rows = rows;
        this.use = use;
        this.show = show;
    }

    @WithTransaction
    public Uni<BulkRowView> handle(Caller caller, long id, int number, String verificationId) {
        return filings.require(caller.requireAccount(), id)
                .chain(show::of)
                .chain(shown -> rows.require(id, number)
                        .chain(row ->
                                use.handle(caller, row.id(), verificationId).map(used -> requireUsed(row, used)))
                        .map(shown));
    }

    private static BulkRow requireUsed(BulkRow row, boolean used) {
        if (!used) {
            throw Problems.conflict(
                    "BULK_ROW_NOT_WAITING",
                    "The row does not wait for a phone verification; its state is " + row.state() + ".");
        }
        return row;
    }
}
