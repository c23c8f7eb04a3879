package io.zizhi.qualification.filing.letter;

import io.zizhi.qualification.model.letter.LetterView;

/**
 * The renewal of a letter.
 *
 * @param letter the renewal
 * @param created whether this request created it
 */
record Renewal(LetterView letter, boolean created) {}
