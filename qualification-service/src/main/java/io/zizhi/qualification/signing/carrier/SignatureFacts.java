package io.zizhi.qualification.signing.carrier;

import io.zizhi.contracts.Purpose;
import io.zizhi.qualification.form.LetterForm;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the rules of signatures look at.
 *
 * @param name the signature
 * @param today the day in Asia/Shanghai
 * @param purpose of the qualification
 * @param inForce the approved revision in force; empty where none is
 * @param letterId the letter that would authorise it; null where none is named
 * @param letter what the letter says; empty where the account has none of that number
 * @param letterApproved whether the letter was approved
 * @param boundElsewhere whether the account's signature of that name is bound to something else
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
