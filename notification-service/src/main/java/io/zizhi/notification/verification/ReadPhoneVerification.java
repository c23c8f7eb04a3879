package io.zizhi.notification.verification;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import io.zizhi.notification.verification.model.PhoneVerification;
import io.zizhi.notification.verification.model.PhoneVerificationRepository;
import io.zizhi.platform.identity.Caller;
import io.zizhi.platform.privacy.encryption.AccountCiphers;
import io.zizhi.platform.privacy.personal.Phone;
import io.zizhi.platform.runtime.time.DatabaseTime;
import jakarta.enterprise.context.ApplicationScoped;

/** Shows the state of a verification to its owner, with the masked number. */
@ApplicationScoped
class ReadPhoneVerification {

    private final PhoneVerificationRepository verifications;
    private final AccountCiphers ciphers;
    private final DatabaseTime time;

    ReadPhoneVerification(PhoneVerificationRepository verifications, AccountCiphers ciphers, DatabaseTime time) {
        this.verifications = verifications;
        this.ciphers = ciphers;
        this.time = time;
    }

    @WithTransaction
    public Uni<PhoneVerificationView> read(Caller caller, String id) {
        return verifications
                .readOwn(id, caller.requireAccount())
                .chain(verification -> phoneOf(verification)
                        .chain(phone -> time.now().map(now -> PhoneVerificationView.from(verification, phone, now))));
    }

    private Uni<Phone> phoneOf(PhoneVerification verification) {
        return ciphers.forAccount(verification.accountId())
                .map(cipher -> Phone.of(
                        cipher.decrypt(verification.encryptedPhone(), IssuePhoneCode.address(verification.id()))));
    }
}
