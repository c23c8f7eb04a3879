package io.zizhi.notification.verification;

/**
 * Whether a submission may name the number.
 *
 * @param status only {@link Usability#VERIFIED} allows it
 */
public record UsabilityView(Usability status) {}
