package io.zizhi.notification.verification.model;

import io.zizhi.platform.privacy.encryption.BlindHash;
import io.zizhi.platform.privacy.encryption.BlindIndex;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/**
 * Keyed hashes of codes and phone numbers; the key is not in the database. The hash of a code includes its verification
 * and number, so a code is valid only for them.
 */
@ApplicationScoped
public class CodeHash {

    private final BlindIndex index;

    CodeHash(BlindIndex index) {
        this.index = index;
    }

    /** @param elevenDigits a mobile number of mainland China */
    public BlindHash ofPhone(String elevenDigits) {
        return index.of("phone_verification.phone", elevenDigits);
    }

    /** Returns the hash of a code that is sent. */
    public String ofCode(String verificationId, BlindHash phone, PhoneCode code) {
        return ofCode(verificationId, phone.stored(), code).stored();
    }

    /** Returns the hashes that a code may be stored with, whichever key computed them and that of its number. */
    public List<String> ofEntered(String verificationId, BlindHash phone, PhoneCode code) {
        return phone.all().stream()
                .flatMap(each -> ofCode(verificationId, each, code).all().stream())
                .toList();
    }

    private BlindHash ofCode(String verificationId, String phoneIndex, PhoneCode code) {
        return index.of("phone_verification.code_hash", verificationId + "|" + phoneIndex + "|" + code.reveal());
    }
}
