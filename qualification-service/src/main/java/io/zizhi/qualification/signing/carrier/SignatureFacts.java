package io.zizhi.qualification.signing.carrier;

import io.zizhi.contracts.Purpose;
import io.zizhi.qualification.form.LetterForm;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The input of the rules for signatures.
 *
 * @param name text of the signature
 * @param today today's date in Asia/Shanghai
 * @param purpose purpose of the qualification
 * @param inForce the revision in force; empty if there is none
 * @param letterId the letter that authorises it; null if none is named
 * @param letter form of the letter; empty if the account has no such letter
 * @param letterApproved whether the letter was approved
 * @param boundElsewhere whether a signature of the account with this or a similar-looking name is bound elsewhere
 */
record SignatureFacts(
        String name,
        LocalDate today,
        Purpose purpose,
        Optional<InForce> inForce,
        @Nullable Long letterId,
        Optional<LetterForm> letter,
        boolean letterApproved,
        boolean boundElsewhere) {}
