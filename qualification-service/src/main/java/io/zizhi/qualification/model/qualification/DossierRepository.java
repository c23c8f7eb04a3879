package io.zizhi.qualification.model.qualification;

import io.smallrye.mutiny.Uni;
import io.zizhi.platform.privacy.encryption.AccountCipher;
import io.zizhi.platform.privacy.encryption.AccountCiphers;
import io.zizhi.qualification.form.Period;
import io.zizhi.qualification.model.evidence.CollectEvidence;
import io.zizhi.qualification.model.qualification.QualificationRepository.WithRevisions;
import io.zizhi.qualification.model.revision.EvidenceEnd;
import io.zizhi.qualification.model.revision.Revision;
import io.zizhi.qualification.model.revision.RevisionSeal;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** Reads qualifications with their revisions. Must be called inside a session; locking needs a transaction. */
@ApplicationScoped
public class DossierRepository {

    private final QualificationRepository qualifications;
    private final RevisionSeal seal;
    private final AccountCiphers ciphers;
    private final CollectEvidence evidence;
    private final Clock clock;
    private final Duration urgeAfter;

    DossierRepository(
            QualificationRepository qualifications,
            RevisionSeal seal,
            AccountCiphers ciphers,
            CollectEvidence evidence,
            Clock clock,
            UrgeConfig urging) {
        this.qualifications = qualifications;
        this.seal = seal;
        this.ciphers = ciphers;
        this.evidence = evidence;
        this.clock = clock;
        this.urgeAfter = urging.after();
    }

    /** Returns the qualification of the account; fails with 404 if the account has none with this id. */
    public Uni<Dossier> find(String accountId, long id) {
        return qualifications.findWithRevisions(accountId, id).chain(this::open);
    }

    /** Like {@link #find(String, long)}, but locks the qualification until the transaction ends. */
    public Uni<Dossier> lock(String accountId, long id) {
        return Uni.combine()
                .all()
                .unis(qualifications.lockRow(accountId, id), qualifications.findWithRevisions(accountId, id))
                .with((locked, found) -> found)
                .chain(this::open);
    }

    private Uni<Dossier> open(WithRevisions found) {
        Qualification qualification = found.qualification();
        return ends(qualification, found.revisions())
                .chain(ends -> ciphers.forAccount(qualification.accountId())
                        .map(cipher -> open(qualification, found.revisions(), ends, cipher)));
    }

    private Uni<List<EvidenceEnd>> ends(Qualification qualification, Map<Long, Revision> found) {
        return qualification
                .inForceRevision()
                .map(found::get)
                .map(inForce -> evidence.of(qualification.accountId(), inForce))
                .orElseGet(() -> Uni.createFrom().item(List.of()));
    }

    private Dossier open(
            Qualification qualification, Map<Long, Revision> found, List<EvidenceEnd> ends, AccountCipher cipher) {
        Revision shown = found.get(qualification.shownRevision());
        if (shown == null) {
            throw new IllegalStateException("Qualification " + qualification.id() + " lacks its revision");
        }
        return new Dossier(
                qualification,
                found,
                seal.open(shown, cipher),
                qualification
                        .inForceRevision()
                        .filter(inForce -> inForce != shown.id())
                        .map(found::get)
                        .map(inForce -> seal.open(inForce, cipher)),
                qualification.copiedRevision().map(found::get).map(copied -> seal.open(copied, cipher)),
                ends,
                qualification.currentRevision().map(found::get).flatMap(current -> seal.decision(current, cipher)),
                cipher,
                LocalDate.now(clock.withZone(Period.ZONE)),
                urgeAfter);
    }
}
