package io.zizhi.qualification.signing.carrierfiling;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import io.zizhi.platform.identity.Caller;
import io.zizhi.platform.identity.Roles;
import io.zizhi.platform.privacy.audit.AuditEntry;
import io.zizhi.platform.privacy.audit.AuditLog;
import io.zizhi.qualification.model.carrierfiling.CarrierFiling;
import io.zizhi.qualification.model.carrierfiling.CarrierFilingRepository;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/**
 * Returns the full data of a claimed carrier filing in plain text and records that in the audit log, in the same
 * transaction.
 */
@ApplicationScoped
public class ReadCarrierFilingData {

    private static final List<String> PERSONAL = List.of(
            "/legalRepresentative/name",
            "/legalRepresentative/idNumber",
            "/administrator/name",
            "/administrator/idNumber",
            "/administrator/phone",
            "/letter/authorisedParty");

    private final CarrierFilingRepository filings;
    private final OpenCarrierFiling open;
    private final AuditLog audit;

    ReadCarrierFilingData(CarrierFilingRepository filings, OpenCarrierFiling open, AuditLog audit) {
        this.filings = filings;
        this.open = open;
        this.audit = audit;
    }

    @WithTransaction
    Uni<CarrierFilingDataView> handle(Caller system, OwnCarriers carriers, long id, String claimId) {
        return filings.require(id)
                .invoke(carriers::require)
                .chain(filing -> open.open(filing, claimId))
                .call(opened -> record(system, opened.filing()))
                .map(CarrierFilingDataView::from);
    }

    private Uni<Void> record(Caller system, CarrierFiling filing) {
        return audit.append(new AuditEntry(
                system.subject(),
                Roles.CARRIER_FILING_SYSTEM,
                filing.accountId(),
                "carrier-filing.viewed",
                "carrier-filing",
                Long.toString(filing.id()),
                null,
                PERSONAL));
    }
}
