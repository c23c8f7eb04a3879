package io.zizhi.qualification.signing.carrier;

import io.zizhi.qualification.model.qualification.Qualification;
import io.zizhi.qualification.model.signature.Signature;
import io.zizhi.qualification.precheck.Evaluation;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A qualification and letter for a signature, with the result of the rules.
 *
 * @param qualification the qualification
 * @param letterId the letter that authorises it; null for own use
 * @param bound the account's bound signature with this or a similar-looking name, if any
 * @param evaluation result of the rules
 */
public record Carrier(
        Qualification qualification, @Nullable Long letterId, Optional<Signature> bound, Evaluation evaluation) {}
