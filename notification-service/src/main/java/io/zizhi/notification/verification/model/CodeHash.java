package io.zizhi.notification.verification.model;

import io.zizhi.platform.privacy.encryption.BlindIndex;
import jakarta.enterprise.context.ApplicationScoped;

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
    public String ofPhone(String elevenDigits) {
        return index.of("phone_verification.phone", elevenDigits);
    }

    public String ofCode(String verificationId, String phoneIndex, PhoneCode code) {
        return index.of("phone_verification.code_hash", verificationId + "|" + phoneIndex + "|" + code.reveal());
    }
}
