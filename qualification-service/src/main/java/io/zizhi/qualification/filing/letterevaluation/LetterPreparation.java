package io.zizhi.qualification.filing.letterevaluation;

import io.zizhi.qualification.account.VerifiedIdentity;
import io.zizhi.qualification.model.letter.OpenedLetter;
import java.util.Optional;

/**
 * A letter that is to be evaluated, with what this service itself knows.
 *
 * @param opened the letter
 * @param identity what the account was verified as
 * @param nameTaken whether another letter of the account has its name
 */
public record LetterPreparation(OpenedLetter opened, Optional<VerifiedIdentity> identity, boolean nameTaken) {}
