package io.zizhi.qualification.filing.letterevaluation;

import io.zizhi.qualification.account.VerifiedIdentity;
import io.zizhi.qualification.model.letter.OpenedLetter;
import java.util.Optional;

/**
 * A letter to be evaluated, with the facts from this service's own database.
 *
 * @param opened the letter
 * @param identity verified identity of the account
 * @param nameTaken whether another letter of the account has the same name
 */
public record LetterPreparation(OpenedLetter opened, Optional<VerifiedIdentity> identity, boolean nameTaken) {}
