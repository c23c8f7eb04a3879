package io.zizhi.notification.verification;

import java.util.List;

/**
 * The numbers that a submission may name now.
 *
 * @param verified by their place in the question; the others are not verified, or their verification serves another submission
 */
public record PhoneSearchView(List<VerifiedPhone> verified) {

    /**
     * One number.
     *
     * @param position its place in the question, from 0
     * @param verificationId the newest verification that proves it
     */
    public record VerifiedPhone(int position, String verificationId) {}
}
