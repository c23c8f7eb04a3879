package io.zizhi.qualification.outcome.restriction.reason;

import io.zizhi.contracts.RestrictionReason;
import java.util.List;
import java.util.stream.Stream;

/**
 * A reason for a suspension, reinstatement or revocation.
 *
 * @param code stable code
 * @param acts the acts that it can justify
 * @param zh the reason in a few words, in Chinese
 * @param en the reason in a few words, in English
 * @param adviceZh what the applicant should do, in Chinese
 * @param adviceEn what the applicant should do, in English
 */
public record RestrictionReasonView(
        RestrictionReason code, List<RestrictionAct> acts, String zh, String en, String adviceZh, String adviceEn) {

    public static RestrictionReasonView from(RestrictionReason reason) {
        return new RestrictionReasonView(
                reason,
                Stream.of(RestrictionAct.values())
                        .filter(act -> act.isJustifiedBy(reason))
                        .toList(),
                reason.zh(),
                reason.en(),
                reason.adviceZh(),
                reason.adviceEn());
    }
}
