package io.zizhi.qualification.bulk;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import io.zizhi.platform.identity.Caller;
import io.zizhi.platform.privacy.encryption.AccountCiphers;
import io.zizhi.platform.runtime.time.DatabaseTime;
import io.zizhi.qualification.bulk.model.BulkRow;
import io.zizhi.qualification.bulk.model.BulkRowRepository;
import io.zizhi.qualification.bulk.model.RowSeal;
import io.zizhi.qualification.bulk.model.RowState;
import io.zizhi.qualification.filing.draft.EditQualification;
import jakarta.enterprise.context.ApplicationScoped;

/** Writes a phone verification into the draft of a row that waits for one, and lets processing continue. */
@ApplicationScoped
public class UseVerification {

    private final BulkRowRepository rows;
    private final RowSeal seal;
    private final AccountCiphers ciphers;
    private final EditQualification edit;
    private final DatabaseTime time;

    UseVerification(
            BulkRowRepository rows, RowSeal seal, AccountCiphers ciphers, EditQualification edit, DatabaseTime time) {
        this.rows = rows;
        this.seal = seal;
        this.ciphers = ciphers;
        this.edit = edit;
        this.time = time;
    }

    /** Returns false if the row does not wait for a verification. Fails with 412 if the draft was edited manually. */
    @WithTransaction
    public Uni<Boolean> handle(Caller applicant, long rowId, String verificationId) {
        return rows.lock(rowId)
                .chain(row -> row.state() == RowState.AWAITING_PHONE
                        ? write(applicant, row, verificationId).replaceWith(true)
                        : Uni.createFrom().item(false));
    }

    private Uni<Void> write(Caller applicant, BulkRow row, String verificationId) {
        return ciphers.forAccount(applicant.requireAccount())
                .map(cipher -> seal.open(row, cipher).verifiedBy(verificationId))
                .chain(form -> edit.handle(
                        applicant,
                        row.qualificationId().orElseThrow(),
                        row.qualificationVersion().orElseThrow(),
                        form))
                .chain(view -> time.now().invoke(now -> row.ready(view.version(), now)))
                .replaceWithVoid();
    }
}
