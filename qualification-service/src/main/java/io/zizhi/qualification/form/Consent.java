package io.zizhi.qualification.form;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * 资质授权: the applicant's consent to the notice about what is done with the data. Who gave it and when is kept with the
 * submission.
 *
 * @param noticeVersion the text that was shown
 * @param accepted whether it was agreed to
 * @param share whether the operator's other products may use the data, too; effective for own use (自用) only
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Consent(
        @Text(max = 40) @Nullable String noticeVersion,
        boolean accepted,
        @Nullable Boolean share) {}
