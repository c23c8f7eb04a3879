package io.zizhi.notification.sender;

import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import io.zizhi.notification.sender.channel.SmsRecipient;
import io.zizhi.notification.sender.channel.SmsRecipients;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;

/** Decrypts the number of a message for the recall by its sender. */
@ApplicationScoped
class FindRecipient implements SmsRecipients {

    private final SmsMessageRepository messages;
    private final SmsCipher cipher;

    FindRecipient(SmsMessageRepository messages, SmsCipher cipher) {
        this.messages = messages;
        this.cipher = cipher;
    }

    @Override
    @WithSession
    public Uni<Optional<SmsRecipient>> find(String messageId) {
        return messages.findById(messageId)
                .chain(message -> message == null ? Uni.createFrom().item(Optional.empty()) : recipient(message));
    }

    private Uni<Optional<SmsRecipient>> recipient(SmsMessage message) {
        Instant handedOverAt = message.handedOverAt();
        return handedOverAt == null || !message.hasEncryptedPhone()
                ? Uni.createFrom().item(Optional.empty())
                : cipher.phone(message)
                        .map(phone -> Optional.of(new SmsRecipient(phone, handedOverAt, message.providerMessageId())));
    }
}
