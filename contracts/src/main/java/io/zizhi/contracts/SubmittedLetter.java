package io.zizhi.contracts;

import java.util.List;

/**
 * A letter submitted together with a qualification and decided with it.
 *
 * @param letterId id of the letter
 * @param revision 1 for the first submission of the letter, alone or with a qualification; then counts up
 * @param documentIds ids of the images of the letter
 */
public record SubmittedLetter(long letterId, int revision, List<String> documentIds) {}
