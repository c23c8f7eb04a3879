package io.zizhi.notification.verification;

import io.zizhi.platform.privacy.encryption.BlindIndex;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * What is stored of a code and of a number to look it up by: keyed hashes, whose key is not in the database. A code is
 * hashed together with its verification and number, so that a hash fits nowhere else.
 */
@ApplicationScoped
class CodeHash {

    private final BlindIndex index;

    CodeHash(BlindIndex index) {
        this.index = index;
    }

    /** @param elevenDigits a mobile number of mainland China */
    String ofPhone(String elevenDigits) {
        return index.of("phone_verification.phone", elevenDigits);
    }

    String ofCode(String verificationId, String phoneIndex, PhoneCode code) {
        return index.of("phone_verification.code_hash", verificationId + "|" + phoneIndex + "|" + code.reveal());
    }
}
