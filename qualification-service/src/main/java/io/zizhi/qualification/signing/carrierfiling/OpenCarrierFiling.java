package io.zizhi.qualification.signing.carrierfiling;

import io.smallrye.mutiny.Uni;
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
import java.util.Optional;

/**
 * Decrypts the forms of a carrier filing. Only a live claim of a pending filing opens it, while its signature is bound.
 * The letter is the one in use today.
 */
@ApplicationScoped
class OpenCarrierFiling {

    private final CarrierFilingRepository filings;
    private final RevisionRepository revisions;
    private final RevisionSeal seal;
    private final LetterRepository letters;
    private final OpenLetter openLetter;
    private final AccountCiphers ciphers;
    private final DatabaseTime time;
    private final Clock clock;

    OpenCarrierFiling(
            CarrierFilingRepository filings,
            RevisionRepository revisions,
            RevisionSeal seal,
            LetterRepository letters,
            OpenLetter openLetter,
            AccountCiphers ciphers,
            DatabaseTime time,
            Clock clock) {
        this.filings = filings;
        this.revisions = revisions;
        this.seal = seal;
        this.letters = letters;
        this.openLetter = openLetter;
        this.ciphers = ciphers;
        this.time = time;
        this.clock = clock;
    }

    /** Fails with 409 unless the claim opens the filing. */
    Uni<OpenedCarrierFiling> open(CarrierFiling filing, String claimId) {
        return time.now()
                .invoke(now -> filing.requireLiveClaim(claimId, now))
                .call(() -> requireSignature(filing))
                .chain(() -> letter(filing, LocalDate.now(clock.withZone(Period.ZONE))))
                .chain(letter -> opened(filing, letter));
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

    private Uni<OpenedCarrierFiling> opened(CarrierFiling filing, Optional<LetterForm> letter) {
        return revisions
                .findById(filing.revisionId())
                .chain(revision -> ciphers.forAccount(filing.accountId())
                        .map(cipher ->
                                new OpenedCarrierFiling(filing, seal.open(revision, cipher), letter.orElse(null))));
    }
}
