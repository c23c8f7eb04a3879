package io.zizhi.contracts;

import java.util.List;

/**
 * A letter that is handed in together with a qualification and decided with it.
 *
 * @param letterId id of the letter
 * @param revision 1 for the first submission of the letter, alone or not, then counted up
 * @param documentIds the picture of the letter
 */
public record SubmittedLetter(long letterId, int revision, List<String> documentIds) {}
