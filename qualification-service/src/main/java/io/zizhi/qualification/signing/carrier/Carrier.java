package io.zizhi.qualification.signing.carrier;

import io.zizhi.qualification.model.qualification.Qualification;
import io.zizhi.qualification.model.signature.Signature;
import io.zizhi.qualification.precheck.Evaluation;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What would carry a signature, and whether it may.
 *
 * @param qualification the qualification
 * @param letterId the letter that would authorise it
 * @param bound where the account's signature of that name is bound now
 * @param evaluation what the rules found
 */
public record Carrier(
        Qualification qualification, @Nullable Long letterId, Optional<Signature> bound, Evaluation evaluation) {}
