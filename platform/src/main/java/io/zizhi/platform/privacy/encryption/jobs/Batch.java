package io.zizhi.platform.privacy.encryption.jobs;

/**
 * Result of one batch.
 *
 * @param step where the job goes on; equal to the current step within it
 * @param position where the step goes on
 * @param processed things that the batch compared
 * @param changed things that it changed
 * @param unreadable things that no key decrypts
 */
public record Batch(String step, String position, int processed, int changed, int unreadable) {

    /** Begins another step. */
    public static Batch next(String step) {
        return new Batch(step, "", 0, 0, 0);
    }
}
