package io.zizhi.qualification.filing.lettersubmission;

import io.zizhi.qualification.precheck.facts.LetterFacts;

/**
 * What the checks of a submission outside its transaction found.
 *
 * @param abandonedAttempts of the letter, read before its image was pinned
 */
record CheckedLetter(LetterFacts facts, int abandonedAttempts) {}
