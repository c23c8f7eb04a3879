package io.zizhi.notification.verification.search;

import java.util.List;

/**
 * The numbers that a submission may name now.
 *
 * @param verified usable numbers; the others are not verified, or another submission uses their verification
 */
public record PhoneSearchView(List<VerifiedPhone> verified) {

    /**
     * A verified number.
     *
     * @param position index in the request, from 0
     * @param verificationId the newest verification of the number
     */
    public record VerifiedPhone(int position, String verificationId) {}
}
