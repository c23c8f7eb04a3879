package io.zizhi.qualification.form;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * The applicant's consent to the notice about the use of data (资质授权). The submission records who gave it and when.
 *
 * @param noticeVersion version of the notice that was shown
 * @param accepted whether the applicant agreed
 * @param share whether the operator's other products may use the data; effective for own use (自用) only
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Consent(
        @Text(max = 40) @Nullable String noticeVersion,
        boolean accepted,
        @Nullable Boolean share) {}
