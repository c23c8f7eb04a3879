package io.zizhi.qualification.filing.evaluation;

import io.smallrye.mutiny.Uni;
import io.zizhi.qualification.account.VerifiedIdentity;
import io.zizhi.qualification.companyauth.FindScan;
import io.zizhi.qualification.form.IdentifiedPerson;
import io.zizhi.qualification.form.QualificationForm;
import io.zizhi.qualification.model.qualification.Dossier;
import io.zizhi.qualification.model.qualification.Qualification;
import io.zizhi.qualification.model.qualification.QualificationRepository;
import io.zizhi.qualification.model.revision.RevisionSeal;
import io.zizhi.qualification.precheck.facts.AccountFacts;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/** Loads facts about the account of a form. Call it inside a transaction. */
@ApplicationScoped
public class ReadAccountFacts {

    /** Stands for the id of a qualification if the form is not saved. */
    private static final long NOT_SAVED = 0;

    private final QualificationRepository qualifications;
    private final RevisionSeal seal;
    private final FindScan scans;
    private final ReadAttachedLetter attachedLetter;

    ReadAccountFacts(
            QualificationRepository qualifications,
            RevisionSeal seal,
            FindScan scans,
            ReadAttachedLetter attachedLetter) {
        this.qualifications = qualifications;
        this.seal = seal;
        this.scans = scans;
        this.attachedLetter = attachedLetter;
    }

    /** Returns the facts about the form of a saved qualification. */
    public Uni<AccountFacts> of(Optional<VerifiedIdentity> identity, Dossier dossier) {
        Qualification own = dossier.qualification();
        return of(own.accountId(), identity, dossier.form(), own.id(), dossier.approvedPersons());
    }

    /** Returns the facts about a form that is not saved. */
    public Uni<AccountFacts> of(String accountId, Optional<VerifiedIdentity> identity, QualificationForm form) {
        return of(accountId, identity, form, NOT_SAVED, List.of());
    }

    /** @param except the form's own qualification, which is not compared with itself; or {@link #NOT_SAVED} */
    private Uni<AccountFacts> of(
            String accountId,
            Optional<VerifiedIdentity> identity,
            QualificationForm form,
            long except,
            List<IdentifiedPerson> approved) {
        return isTaken(accountId, form, except)
                .chain(taken -> administered(accountId, form, except)
                        .chain(found -> scans.of(accountId, form)
                                .chain(scan -> attachedLetter
                                        .of(accountId, form, except)
                                        .map(letter -> new AccountFacts(
                                                identity,
                                                found.here(),
                                                found.elsewhere(),
                                                found.duplicate(),
                                                approved,
                                                taken,
                                                scan,
                                                letter)))));
    }

    /**
     * Returns whether the name is taken. Only unsaved forms need this check: saving rejects a taken name, and a unique
     * index protects a saved name.
     */
    private Uni<Boolean> isTaken(String accountId, QualificationForm form, long except) {
        return except == NOT_SAVED
                ? qualifications.isTaken(accountId, form.name())
                : Uni.createFrom().item(false);
    }

    private Uni<QualificationRepository.Administered> administered(
            String accountId, QualificationForm form, long except) {
        return seal.administratorIndex(form)
                .map(index -> qualifications.administeredCompanies(accountId, except, index, form))
                .orElseGet(() -> Uni.createFrom().item(QualificationRepository.Administered.NONE));
    }
}
