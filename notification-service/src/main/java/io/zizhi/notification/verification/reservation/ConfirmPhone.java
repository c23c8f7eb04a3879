package io.zizhi.notification.verification.reservation;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import io.zizhi.notification.verification.IssuePhoneCode;
import io.zizhi.notification.verification.model.PhoneVerification;
import io.zizhi.notification.verification.model.PhoneVerificationRepository;
import io.zizhi.notification.verification.model.SubmittedRevision;
import io.zizhi.platform.privacy.encryption.AccountCiphers;
import io.zizhi.platform.privacy.personal.Phone;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.jboss.logging.Logger;

/** Consumes a verification when its submission is confirmed, and returns the number for its notices. */
@ApplicationScoped
public class ConfirmPhone {

    private static final Logger LOG = Logger.getLogger(ConfirmPhone.class);

    private final PhoneVerificationRepository verifications;
    private final AccountCiphers ciphers;

    ConfirmPhone(PhoneVerificationRepository verifications, AccountCiphers ciphers) {
        this.verifications = verifications;
        this.ciphers = ciphers;
    }

    /**
     * Consumes the verification and returns its number. If another submission has taken the number, it still returns it:
     * this submission exists, and its applicant did verify the number.
     */
    @WithTransaction
    public Uni<Phone> confirm(String verificationId, SubmittedRevision submission) {
        return verifications
                .lock(verificationId)
                .map(found -> found.orElseThrow(() ->
                        new IllegalStateException("Submission names an unknown phone verification: " + verificationId)))
                .invoke(verification -> confirm(verification, submission))
                .chain(this::reveal);
    }

    private static void confirm(PhoneVerification verification, SubmittedRevision submission) {
        if (!verification.confirm(submission)) {
            LOG.warnf("Phone verification %s is used by a submission other than %s", verification.id(), submission);
        }
    }

    /** Locks the verification and returns its number if a revision of the qualification has reserved or used it. */
    @WithTransaction
    public Uni<Optional<Phone>> reserved(String verificationId, long qualificationId) {
        return verifications
                .lock(verificationId)
                .map(found -> found.filter(verification -> verification.isOf(qualificationId)))
                .chain(found -> found.map(verification -> reveal(verification).map(Optional::of))
                        .orElseGet(() -> Uni.createFrom().item(Optional.empty())));
    }

    private Uni<Phone> reveal(PhoneVerification verification) {
        return ciphers.forAccount(verification.accountId())
                .map(cipher -> Phone.of(
                        cipher.decrypt(verification.encryptedPhone(), IssuePhoneCode.address(verification.id()))));
    }
}
