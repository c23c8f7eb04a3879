package io.zizhi.notification.verification;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import io.zizhi.platform.identity.Caller;
import io.zizhi.platform.time.DatabaseTime;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;

/** Judges a code that an applicant entered. A wrong one is no exception here, for its count has to be committed. */
@ApplicationScoped
class EnterPhoneCode {

    private final PhoneVerificationRepository verifications;
    private final PhoneFailuresRepository failures;
    private final CodeHash hash;
    private final DatabaseTime time;

    @Inject
    EnterPhoneCode(
            PhoneVerificationRepository verifications,
            PhoneFailuresRepository failures,
            CodeHash hash,
            DatabaseTime time) {
        this.verifications = verifications;
        this.failures = failures;
        this.hash = hash;
        this.time = time;
    }

    @WithTransaction
    public Uni<CodeAttempt> enter(Caller caller, String verificationId, PhoneCode code) {
        return verifications
                .lockOwn(verificationId, caller.requireAccount())
                .chain(verification -> failures.lock(verification.phoneIndex())
                        .chain(number -> time.now().map(now -> judge(verification, number, code, now))));
    }

    private CodeAttempt judge(PhoneVerification verification, PhoneFailures number, PhoneCode code, Instant now) {
        CodeVerdict verdict = number.heldBack(now)
                ? CodeVerdict.HELD_BACK
                : verification.enter(hash.ofCode(verification.id(), verification.phoneIndex(), code), now);
        if (verdict == CodeVerdict.WRONG) {
            number.failed(now);
        }
        if (verdict == CodeVerdict.RIGHT) {
            number.succeeded();
        }
        return new CodeAttempt(verdict, VerifiedView.from(verification));
    }
}
