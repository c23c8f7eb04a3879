package io.zizhi.notification.verification;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import io.zizhi.notification.sender.QueueSms;
import io.zizhi.notification.sender.message.MainlandMobile;
import io.zizhi.notification.sender.message.SmsLanguage;
import io.zizhi.notification.sender.message.SmsOrder;
import io.zizhi.notification.sender.message.SmsTemplate;
import io.zizhi.notification.template.language.AccountLanguages;
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
import io.zizhi.platform.privacy.encryption.BlindHash;
import io.zizhi.platform.privacy.encryption.FieldAddress;
import io.zizhi.platform.privacy.encryption.jobs.EncryptedTable;
import io.zizhi.platform.privacy.personal.Phone;
import io.zizhi.platform.runtime.time.DatabaseTime;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Sends a code to a number if the limits allow it. Older codes of the account for that number become invalid. */
@ApplicationScoped
public class IssuePhoneCode {

    /** A stored verification with its code, until the code is queued. */
    private record Issued(PhoneVerification verification, PhoneCode code) {}

    private final SendLimits limits;
    private final PhoneFailuresRepository failures;
    private final WrongCodeLimit wrongCodes;
    private final PhoneVerificationRepository verifications;
    private final CodeHash hash;
    private final AccountCiphers ciphers;
    private final QueueSms queueSms;
    private final DatabaseTime time;
    private final RefusedCodes refused;
    private final AccountLanguages languages;

    IssuePhoneCode(
            SendLimits limits,
            PhoneFailuresRepository failures,
            WrongCodeLimit wrongCodes,
            PhoneVerificationRepository verifications,
            CodeHash hash,
            AccountCiphers ciphers,
            QueueSms queueSms,
            DatabaseTime time,
            RefusedCodes refused,
            AccountLanguages languages) {
        this.languages = languages;
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
     * @param address normalised client address; see {@code ClientAddress}
     * @param preferred language that the request prefers; empty for that of the account
     */
    @WithTransaction
    public Uni<IssuedView> issue(Caller caller, String typed, String address, Optional<SmsLanguage> preferred) {
        String account = caller.requireAccount();
        Phone phone = MainlandMobile.require(typed, "/phone");
        BlindHash index = hash.ofPhone(phone.reveal());
        return refuseAfterWrongCodes(account, index)
                .chain(() -> limits.admit(index, account, address))
                .call(() -> supersedeOlder(account, index))
                .chain(now -> ciphers.forAccount(account).chain(cipher -> store(cipher, account, phone, index, now)))
                .call(issued -> languageOf(account, preferred)
                        .chain(language ->
                                queueSms.queue(order(issued.verification(), phone, issued.code(), language))))
                .map(Issued::verification)
                .chain(issued ->
                        limits.resendAt(index, issued.issuedAt()).map(resendAt -> IssuedView.from(issued, resendAt)));
    }

    private Uni<Void> refuseAfterWrongCodes(String account, BlindHash index) {
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
    private Uni<Void> supersedeOlder(String account, BlindHash index) {
        return verifications
                .lockIssued(account, index)
                .invoke(older -> older.forEach(PhoneVerification::supersede))
                .chain(verifications::flush);
    }

    private Uni<SmsLanguage> languageOf(String account, Optional<SmsLanguage> preferred) {
        return preferred.map(language -> Uni.createFrom().item(language)).orElseGet(() -> languages.of(account));
    }

    private Uni<Issued> store(AccountCipher cipher, String account, Phone phone, BlindHash index, Instant now) {
        String id = UUID.randomUUID().toString().replace("-", "");
        PhoneCode code = PhoneCode.random();
        byte[] encrypted = cipher.encrypt(phone.reveal(), address(id));
        String codeHash = hash.ofCode(id, index, code);
        var verification = PhoneVerification.issue(id, account, encrypted, index.stored(), codeHash, now);
        return verifications.persist(verification).map(stored -> new Issued(stored, code));
    }

    public static FieldAddress address(String verificationId) {
        return new FieldAddress("phone_verification", "phone", verificationId);
    }

    private static SmsOrder order(PhoneVerification verification, Phone phone, PhoneCode code, SmsLanguage language) {
        return new SmsOrder(
                verification.accountId(),
                phone,
                SmsTemplate.PHONE_CODE,
                Map.of("code", code.reveal(), "minutes", Long.toString(PhoneVerification.CODE_LIFE.toMinutes())),
                "phone-verification/" + verification.id(),
                verification.expiresAt(),
                null,
                language);
    }

    @Produces
    @Singleton
    static EncryptedTable encryptedTable(CodeHash hash) {
        return EncryptedTable.of("phone_verification", "verification_id", "text", "phone")
                .hashed("phone", "phone_index", hash::ofPhone);
    }
}
