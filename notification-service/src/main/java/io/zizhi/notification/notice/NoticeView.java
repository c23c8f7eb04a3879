package io.zizhi.notification.notice;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.zizhi.notification.sender.SmsStatus;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A notice to an applicant, sent as a text.
 *
 * @param messageId id of the text
 * @param qualificationId qualification whose contact was notified; for a letter, one of the same company
 * @param workOrder number of the submission
 * @param template name of the text's template, for example {@code QUALIFICATION_APPROVED}
 * @param phone number that receives it, masked
 * @param status of the text; absent if it is no longer known
 * @param failureCode why it was not sent; absent unless it failed
 * @param createdAt when the result arrived
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record NoticeView(
        String messageId,
        long qualificationId,
        long workOrder,
        String template,
        String phone,
        @Nullable SmsStatus status,
        @Nullable String failureCode,
        Instant createdAt) {}
