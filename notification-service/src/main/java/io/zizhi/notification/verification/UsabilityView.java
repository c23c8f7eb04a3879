package io.zizhi.notification.verification;

/**
 * Whether a submission may name the number.
 *
 * @param status only {@link Usability#VERIFIED} is a yes
 */
public record UsabilityView(Usability status) {}
