package io.zizhi.notification.notice;

import io.zizhi.contracts.DecisionReason;
import io.zizhi.contracts.QualificationApproved;
import io.zizhi.contracts.QualificationRejected;
import io.zizhi.contracts.QualificationSupplementRequested;
import io.zizhi.contracts.SupplementItem;
import io.zizhi.notification.sender.SmsTemplate;
import java.util.List;

/**
 * How a review ended, as far as a notice says it.
 *
 * @param template which text, and with it which kind of result
 * @param qualificationId id of the qualification
 * @param workOrder number of the submitted revision that was decided
 * @param accountId account that owns it
 * @param name of the qualification
 * @param contactId whom to tell
 * @param codes of the reasons or items; empty for an approval
 */
record Result(
        SmsTemplate template,
        long qualificationId,
        long workOrder,
        String accountId,
        String name,
        String contactId,
        List<String> codes) {

    static Result of(QualificationApproved event) {
        return new Result(
                SmsTemplate.QUALIFICATION_APPROVED,
                event.qualificationId(),
                event.workOrder(),
                event.accountId(),
                event.name(),
                event.contactId(),
                List.of());
    }

    static Result of(QualificationRejected event) {
        return new Result(
                SmsTemplate.QUALIFICATION_REJECTED,
                event.qualificationId(),
                event.workOrder(),
                event.accountId(),
                event.name(),
                event.contactId(),
                event.reasons().stream().map(DecisionReason::code).toList());
    }

    static Result of(QualificationSupplementRequested event) {
        return new Result(
                SmsTemplate.QUALIFICATION_SUPPLEMENT_REQUESTED,
                event.qualificationId(),
                event.workOrder(),
                event.accountId(),
                event.name(),
                event.contactId(),
                event.items().stream().map(SupplementItem::code).toList());
    }

    /** The same for every event that tells the same result, so that it makes one notice. */
    String noticeKey() {
        return qualificationId + "/" + workOrder + "/" + template;
    }
}
