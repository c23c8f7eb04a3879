package io.zizhi.notification.verification.reservation;

import io.zizhi.notification.verification.model.Usability;

/**
 * Whether a submission may name the number.
 *
 * @param status only {@link Usability#VERIFIED} allows it
 */
public record UsabilityView(Usability status) {}
