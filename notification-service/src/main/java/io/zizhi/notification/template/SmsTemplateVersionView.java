package io.zizhi.notification.template;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A version of a template.
 *
 * @param number from 1
 * @param status whether messages are made from it
 * @param zh the Chinese text
 * @param en the English text
 * @param preview how the messages look
 * @param createdBy token subject of the operator; absent for a text of the release
 * @param createdAt when it was created
 * @param publishedAt when it was last published; absent for a draft
 * @param templateVersion version of the template, for {@code If-Match} of its next change
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SmsTemplateVersionView(
        int number,
        VersionStatus status,
        String zh,
        String en,
        SmsPreviewView preview,
        @Nullable String createdBy,
        Instant createdAt,
        @Nullable Instant publishedAt,
        long templateVersion) {

    /** Whether messages are made from a version. */
    public enum VersionStatus {
        /** It was never published. */
        DRAFT,

        /** Messages are made from it. */
        PUBLISHED,

        /** It was published before and may be published again. */
        EARLIER
    }

    static SmsTemplateVersionView from(TemplateVersion version, MessageTemplate template, TemplateRules rules) {
        TemplateTexts texts = version.texts();
        return new SmsTemplateVersionView(
                version.number(),
                status(version, template),
                texts.zh(),
                texts.en(),
                SmsPreviewView.of(template.template(), texts, rules),
                version.createdBy(),
                version.createdAt(),
                version.publishedAt(),
                template.version());
    }

    private static VersionStatus status(TemplateVersion version, MessageTemplate template) {
        if (version.number() == template.published()) {
            return VersionStatus.PUBLISHED;
        }
        return version.publishedAt() == null ? VersionStatus.DRAFT : VersionStatus.EARLIER;
    }
}
