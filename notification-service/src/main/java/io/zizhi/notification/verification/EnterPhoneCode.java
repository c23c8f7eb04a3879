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
import io.zizhi.platform.privacy.encryption.AccountCiphers;
import io.zizhi.platform.privacy.encryption.BlindHash;
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
    private final AccountCiphers ciphers;
    private final DatabaseTime time;
    private final RefusedCodes refused;

    EnterPhoneCode(
            PhoneVerificationRepository verifications,
            PhoneFailuresRepository failures,
            WrongCodeLimit wrongCodes,
            CodeHash hash,
            AccountCiphers ciphers,
            DatabaseTime time,
            RefusedCodes refused) {
        this.verifications = verifications;
        this.failures = failures;
        this.wrongCodes = wrongCodes;
        this.hash = hash;
        this.ciphers = ciphers;
        this.time = time;
        this.refused = refused;
    }

    @WithTransaction
    public Uni<CodeAttempt> enter(Caller caller, String verificationId, PhoneCode code) {
        return verifications
                .lockOwn(verificationId, caller.requireAccount())
                .chain(verification -> phoneOf(verification)
                        .chain(phone -> failures.lock(verification.accountId(), phone)
                                .chain(own -> judge(verification, phone, own, code))
                                .call(attempt -> countIfWrong(attempt, phone))));
    }

    /** Returns the hashes of the number. The stored one may come from a key that is being replaced. */
    private Uni<BlindHash> phoneOf(PhoneVerification verification) {
        return ciphers.forAccount(verification.accountId())
                .map(cipher -> hash.ofPhone(
                        cipher.decrypt(verification.encryptedPhone(), IssuePhoneCode.address(verification.id()))));
    }

    private Uni<CodeAttempt> judge(PhoneVerification verification, BlindHash phone, PhoneFailures own, PhoneCode code) {
        return time.now()
                .chain(now -> own.delayed(now)
                        ? Uni.createFrom().item(delay(verification, own, now))
                        : compareIfRoom(verification, phone, own, code));
    }

    /** Counts the attempt. An attempt during a delay prolongs the delay. */
    private CodeAttempt delay(PhoneVerification verification, PhoneFailures own, Instant now) {
        own.failed(now);
        refused.count(RefusedCodes.WRONG_CODES);
        return new CodeAttempt(CodeVerdict.DELAYED, verification);
    }

    private Uni<CodeAttempt> compareIfRoom(
            PhoneVerification verification, BlindHash phone, PhoneFailures own, PhoneCode code) {
        return wrongCodes
                .lockAndCheck(phone)
                .invoke(room -> refused.countUnless(room, RefusedCodes.WRONG_CODES_OF_NUMBER))
                .chain(room -> time.now()
                        .map(now -> room ? compare(verification, phone, own, code, now) : CodeVerdict.DELAYED))
                .map(verdict -> new CodeAttempt(verdict, verification));
    }

    private CodeVerdict compare(
            PhoneVerification verification, BlindHash phone, PhoneFailures own, PhoneCode code, Instant now) {
        CodeVerdict verdict = verification.enter(hash.ofEntered(verification.id(), phone, code), now);
        if (verdict == CodeVerdict.WRONG) {
            own.failed(now);
        }
        if (verdict == CodeVerdict.RIGHT) {
            own.succeeded();
        }
        return verdict;
    }

    private Uni<Void> countIfWrong(CodeAttempt attempt, BlindHash phone) {
        return attempt.verdict() == CodeVerdict.WRONG
                ? wrongCodes.count(phone)
                : Uni.createFrom().voidItem();
    }
}
