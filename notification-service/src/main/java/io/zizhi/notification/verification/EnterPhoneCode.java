package io.zizhi.notification.verification;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import io.zizhi.notification.verification.model.CodeHash;
import io.zizhi.notification.verification.model.CodeVerdict;
import io.zizhi.notification.verification.model.PhoneCode;
import io.zizhi.notification.verification.model.PhoneVerification;
import io.zizhi.notification.verification.model.PhoneVerificationRepository;
import io.zizhi.notification.verification.throttling.PhoneFailures;
import io.zizhi.notification.verification.throttling.PhoneFailuresRepository;
import io.zizhi.notification.verification.throttling.RefusedCodes;
import io.zizhi.notification.verification.throttling.WrongCodeLimit;
import io.zizhi.platform.identity.Caller;
import io.zizhi.platform.runtime.time.DatabaseTime;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;

/** Checks an entered code. A wrong code does not throw, because its count must be committed. */
@ApplicationScoped
class EnterPhoneCode {

    private final PhoneVerificationRepository verifications;
    private final PhoneFailuresRepository failures;
    private final WrongCodeLimit wrongCodes;
    private final CodeHash hash;
    private final DatabaseTime time;
    private final RefusedCodes refused;

    EnterPhoneCode(
            PhoneVerificationRepository verifications,
            PhoneFailuresRepository failures,
            WrongCodeLimit wrongCodes,
            CodeHash hash,
            DatabaseTime time,
            RefusedCodes refused) {
        this.verifications = verifications;
        this.failures = failures;
        this.wrongCodes = wrongCodes;
        this.hash = hash;
        this.time = time;
        this.refused = refused;
    }

    @WithTransaction
    public Uni<CodeAttempt> enter(Caller caller, String verificationId, PhoneCode code) {
        return verifications
                .lockOwn(verificationId, caller.requireAccount())
                .chain(verification -> failures.lock(verification.accountId(), verification.phoneIndex())
                        .chain(own -> judge(verification, own, code)))
                .call(this::countIfWrong);
    }

    private Uni<CodeAttempt> judge(PhoneVerification verification, PhoneFailures own, PhoneCode code) {
        return time.now()
                .chain(now -> own.delayed(now)
                        ? Uni.createFrom().item(delay(verification, own, now))
                        : compareIfRoom(verification, own, code));
    }

    /** Counts the attempt. An attempt during a delay prolongs the delay. */
    private CodeAttempt delay(PhoneVerification verification, PhoneFailures own, Instant now) {
        own.failed(now);
        refused.count(RefusedCodes.WRONG_CODES);
        return new CodeAttempt(CodeVerdict.DELAYED, verification);
    }

    private Uni<CodeAttempt> compareIfRoom(PhoneVerification verification, PhoneFailures own, PhoneCode code) {
        return wrongCodes
                .lockAndCheck(verification.phoneIndex())
                .invoke(room -> refused.countUnless(room, RefusedCodes.WRONG_CODES_OF_NUMBER))
                .chain(room ->
                        time.now().map(now -> room ? compare(verification, own, code, now) : CodeVerdict.DELAYED))
                .map(verdict -> new CodeAttempt(verdict, verification));
    }

    private CodeVerdict compare(PhoneVerification verification, PhoneFailures own, PhoneCode code, Instant now) {
        CodeVerdict verdict = verification.enter(hash.ofCode(verification.id(), verification.phoneIndex(), code), now);
        if (verdict == CodeVerdict.WRONG) {
            own.failed(now);
        }
        if (verdict == CodeVerdict.RIGHT) {
            own.succeeded();
        }
        return verdict;
    }

    private Uni<Void> countIfWrong(CodeAttempt attempt) {
        return attempt.verdict() == CodeVerdict.WRONG
                ? wrongCodes.count(attempt.verification().phoneIndex())
                : Uni.createFrom().voidItem();
    }
}
