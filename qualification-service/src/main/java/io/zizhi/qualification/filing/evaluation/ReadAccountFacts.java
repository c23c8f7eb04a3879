package io.zizhi.qualification.filing.evaluation;

import io.smallrye.mutiny.Uni;
import io.zizhi.qualification.account.VerifiedIdentity;
import io.zizhi.qualification.companyauth.FindScan;
import io.zizhi.qualification.form.Particulars;
import io.zizhi.qualification.model.qualification.QualificationRepository;
import io.zizhi.qualification.model.revision.RevisionSeal;
import io.zizhi.qualification.precheck.AccountFacts;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Looks up what this service knows of the account that a form is filed from; used inside a transaction. */
@ApplicationScoped
public class ReadAccountFacts {

    /** Instead of the id of a qualification whose form was not saved. */
    public static final long NOT_SAVED = 0;

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

    /** @param except the qualification whose form it is, which is not held against itself; {@link #NOT_SAVED} */
    public Uni<AccountFacts> of(String accountId, Optional<VerifiedIdentity> identity, Particulars form, long except) {
        return isTaken(accountId, form, except)
                .chain(taken -> administered(accountId, form, except)
                        .chain(found -> scans.of(accountId, form)
                                .chain(scan -> attachedLetter
                                        .of(accountId, form, except)
                                        .map(letter -> new AccountFacts(
                                                identity, found.here(), found.elsewhere(), taken, scan, letter)))));
    }

    /** The name of a saved one is its own: it was refused at saving otherwise, and the index of names lets no other in. */
    private Uni<Boolean> isTaken(String accountId, Particulars form, long except) {
        return except == NOT_SAVED
                ? qualifications.isTaken(accountId, form.name())
                : Uni.createFrom().item(false);
    }

    private Uni<QualificationRepository.Administered> administered(String accountId, Particulars form, long except) {
        return seal.administratorIndex(form)
                .map(index -> qualifications.administeredCompanies(accountId, except, index))
                .orElseGet(() -> Uni.createFrom().item(QualificationRepository.Administered.NONE));
    }
}
