package io.zizhi.notification.verification;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import io.zizhi.notification.sender.QueueSms;
import io.zizhi.notification.sender.message.MainlandMobile;
import io.zizhi.notification.sender.message.SmsOrder;
import io.zizhi.notification.sender.message.SmsTemplate;
import io.zizhi.notification.verification.model.CodeHash;
import io.zizhi.notification.verification.model.PhoneCode;
import io.zizhi.notification.verification.model.PhoneVerification;
import io.zizhi.notification.verification.model.PhoneVerificationRepository;
import io.zizhi.notification.verification.throttling.PhoneFailuresRepository;
import io.zizhi.notification.verification.throttling.RefusedCodes;
import io.zizhi.notification.verification.throttling.SendLimits;
import io.zizhi.notification.verification.throttling.WrongCodeLimit;
import io.zizhi.platform.identity.Caller;
import io.zizhi.platform.privacy.encryption.AccountCipher;
import io.zizhi.platform.privacy.encryption.AccountCiphers;
import io.zizhi.platform.privacy.encryption.FieldAddress;
import io.zizhi.platform.privacy.encryption.jobs.EncryptedTable;
import io.zizhi.platform.privacy.personal.Phone;
import io.zizhi.platform.runtime.time.DatabaseTime;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/** Sends a code to a number if the limits allow it. Older codes of the account for that number become invalid. */
@ApplicationScoped
public class IssuePhoneCode {

    private final SendLimits limits;
    private final PhoneFailuresRepository failures;
    private final WrongCodeLimit wrongCodes;
    private final PhoneVerificationRepository verifications;
    private final CodeHash hash;
    private final AccountCiphers ciphers;
    private final QueueSms queueSms;
    private final DatabaseTime time;
    private final RefusedCodes refused;

    IssuePhoneCode(
            SendLimits limits,
            PhoneFailuresRepository failures,
            WrongCodeLimit wrongCodes,
            PhoneVerificationRepository verifications,
            CodeHash hash,
            AccountCiphers ciphers,
            QueueSms queueSms,
            DatabaseTime time,
            RefusedCodes refused) {
        this.limits = limits;
        this.failures = failures;
        this.wrongCodes = wrongCodes;
        this.verifications = verifications;
        this.hash = hash;
        this.ciphers = ciphers;
        this.queueSms = queueSms;
        this.time = time;
        this.refused = refused;
    }

    /**
     * Issues a code.
     *
     * @param address normalised client address; see {@link ClientAddress}
     */
    @WithTransaction
    public Uni<IssuedView> issue(Caller caller, String typed, String address) {
        String account = caller.requireAccount();
        Phone phone = MainlandMobile.require(typed, "/phone");
        String index = hash.ofPhone(phone.reveal());
        return refuseAfterWrongCodes(account, index)
                .chain(() -> limits.admit(index, account, address))
                .call(() -> supersedeOlder(account, index))
                .chain(now -> ciphers.forAccount(account).chain(cipher -> store(cipher, account, phone, index, now)))
                .chain(issued ->
                        limits.resendAt(index, issued.issuedAt()).map(resendAt -> IssuedView.from(issued, resendAt)));
    }

    private Uni<Void> refuseAfterWrongCodes(String account, String index) {
        return time.now()
                .chain(now -> failures.delayed(account, index, now))
                .invoke(delayed -> requireRoom(!delayed, RefusedCodes.WRONG_CODES))
                .chain(() -> wrongCodes.hasRoom(index))
                .invoke(room -> requireRoom(room, RefusedCodes.WRONG_CODES_OF_NUMBER))
                .replaceWithVoid();
    }

    private void requireRoom(boolean room, String bucket) {
        refused.countUnless(room, bucket);
        if (!room) {
            throw SendLimits.refusal();
        }
    }

    /**
     * Supersedes older codes and flushes at once. Otherwise Hibernate would insert the new row first, and only one code
     * may be open.
     */
    private Uni<Void> supersedeOlder(String account, String index) {
        return verifications
                .lockIssued(account, index)
                .invoke(older -> older.forEach(PhoneVerification::supersede))
                .chain(verifications::flush);
    }

    private Uni<PhoneVerification> store(AccountCipher cipher, String account, Phone phone, String index, Instant now) {
        String id = UUID.randomUUID().toString().replace("-", "");
        PhoneCode code = PhoneCode.random();
        byte[] encrypted = cipher.encrypt(phone.reveal(), address(id));
        var verification = PhoneVerification.issue(id, account, encrypted, index, hash.ofCode(id, index, code), now);
        return verifications.persist(verification).call(() -> queueSms.queue(order(verification, phone, code)));
    }

    public static FieldAddress address(String verificationId) {
        return new FieldAddress("phone_verification", "phone", verificationId);
    }

    private static SmsOrder order(PhoneVerification verification, Phone phone, PhoneCode code) {
        return new SmsOrder(
                verification.accountId(),
                phone,
                SmsTemplate.PHONE_CODE,
                Map.of("code", code.reveal(), "minutes", Long.toString(PhoneVerification.CODE_LIFE.toMinutes())),
                "phone-verification/" + verification.id(),
                verification.expiresAt());
    }

    @Produces
    @Singleton
    static EncryptedTable encryptedTable() {
        return EncryptedTable.of("phone_verification", "verification_id", "text", "phone");
    }
}
