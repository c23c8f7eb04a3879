package io.zizhi.qualification.signing.carrierfiling;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import io.zizhi.platform.identity.Caller;
import io.zizhi.platform.identity.Roles;
import io.zizhi.platform.privacy.audit.AuditEntry;
import io.zizhi.platform.privacy.audit.AuditLog;
import io.zizhi.platform.privacy.encryption.AccountCiphers;
import io.zizhi.platform.runtime.time.DatabaseTime;
import io.zizhi.qualification.form.LetterForm;
import io.zizhi.qualification.form.Period;
import io.zizhi.qualification.model.carrierfiling.CarrierFiling;
import io.zizhi.qualification.model.carrierfiling.CarrierFilingRepository;
import io.zizhi.qualification.model.letter.LetterRepository;
import io.zizhi.qualification.model.letter.OpenLetter;
import io.zizhi.qualification.model.revision.RevisionRepository;
import io.zizhi.qualification.model.revision.RevisionSeal;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Returns the full data of a claimed carrier filing in plain text and records that in the audit log, in the same
 * transaction. Only a live claim of a pending filing opens it, while its signature is bound. The letter is the one in
 * use today.
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
    private final RevisionRepository revisions;
    private final RevisionSeal seal;
    private final LetterRepository letters;
    private final OpenLetter openLetter;
    private final AccountCiphers ciphers;
    private final AuditLog audit;
    private final DatabaseTime time;
    private final Clock clock;

    ReadCarrierFilingData(
            CarrierFilingRepository filings,
            RevisionRepository revisions,
            RevisionSeal seal,
            LetterRepository letters,
            OpenLetter openLetter,
            AccountCiphers ciphers,
            AuditLog audit,
            DatabaseTime time,
            Clock clock) {
        this.filings = filings;
        this.revisions = revisions;
        this.seal = seal;
        this.letters = letters;
        this.openLetter = openLetter;
        this.ciphers = ciphers;
        this.audit = audit;
        this.time = time;
        this.clock = clock;
    }

    @WithTransaction
    public Uni<CarrierFilingDataView> handle(Caller system, long id, String claimId) {
        return filings.require(id)
                .chain(filing -> time.now()
                        .invoke(now -> filing.requireLiveClaim(claimId, now))
                        .call(() -> requireSignature(filing))
                        .call(() -> record(system, filing))
                        .chain(() -> letter(filing, LocalDate.now(clock.withZone(Period.ZONE))))
                        .chain(letter -> view(filing, letter)));
    }

    private Uni<Void> requireSignature(CarrierFiling filing) {
        return filings.isAbandoned(filing)
                .invoke(abandoned -> {
                    if (abandoned) {
                        throw CarrierFiling.abandoned();
                    }
                })
                .replaceWithVoid();
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

    private Uni<Optional<LetterForm>> letter(CarrierFiling filing, LocalDate today) {
        Long letterId = filing.letterId();
        return letterId == null
                ? Uni.createFrom().item(Optional.empty())
                : letters.findInUse(filing.accountId(), letterId, today)
                        .chain(found ->
                                found.isPresent() ? Uni.createFrom().item(found.get()) : letters.findAny(letterId))
                        .chain(openLetter::open)
                        .map(opened -> Optional.of(opened.form()));
    }

    private Uni<CarrierFilingDataView> view(CarrierFiling filing, Optional<LetterForm> letter) {
        return revisions
                .findById(filing.revisionId())
                .chain(revision -> ciphers.forAccount(filing.accountId())
                        .map(cipher ->
                                CarrierFilingDataView.from(filing, seal.open(revision, cipher), letter.orElse(null))));
    }
}
