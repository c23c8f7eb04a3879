package io.zizhi.notification.verification;

import io.zizhi.notification.limits.NotificationLimits;
import io.zizhi.notification.limits.SendWindow;
import io.zizhi.notification.verification.model.PhoneVerification;
import java.util.List;

/**
 * The limits of phone codes. There are more limits, per account, per address and in total; they are not published.
 *
 * @param expiresAfterSeconds lifetime of a code
 * @param maxTries wrong attempts that make a code invalid
 * @param usableForSeconds how long a submission may name a verified number
 * @param perNumber limits of the codes sent to one number; all of them apply
 */
public record PhoneCodeOfferView(
        long expiresAfterSeconds, int maxTries, long usableForSeconds, List<WindowView> perNumber) {

    static PhoneCodeOfferView from(NotificationLimits limits) {
        return new PhoneCodeOfferView(
                PhoneVerification.CODE_LIFE.toSeconds(),
                PhoneVerification.MAX_TRIES,
                PhoneVerification.USABLE_FOR.toSeconds(),
                limits.phoneCodes().number().stream().map(WindowView::from).toList());
    }

    /**
     * A sliding window.
     *
     * @param atMost maximum number of codes within the window
     * @param withinSeconds its length
     */
    public record WindowView(int atMost, long withinSeconds) {

        static WindowView from(SendWindow window) {
            return new WindowView(window.atMost(), window.within().toSeconds());
        }
    }
}
