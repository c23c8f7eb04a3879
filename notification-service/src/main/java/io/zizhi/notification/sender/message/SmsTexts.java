package io.zizhi.notification.sender.message;

import io.smallrye.mutiny.Uni;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The texts of the messages, in versions that never change. */
public interface SmsTexts {

    /** Returns the number of the published version, from which new messages are made. */
    Uni<Integer> published(SmsTemplate template);

    /**
     * Returns the complete text of a message.
     *
     * @param version number of the version; null for the published one
     * @param parameters exactly the variables of the template
     */
    Uni<String> text(
            SmsTemplate template, @Nullable Integer version, SmsLanguage language, Map<String, String> parameters);

    /**
     * Returns the published text without the signature, which only carriers of SMS need.
     *
     * @param parameters exactly the variables of the template
     */
    Uni<String> withoutSignature(SmsTemplate template, SmsLanguage language, Map<String, String> parameters);
}
