package io.zizhi.notification.sender;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import io.zizhi.notification.sender.channel.SmsConfig;
import io.zizhi.notification.sender.message.MessageParts;
import io.zizhi.notification.sender.message.Sms;
import io.zizhi.notification.sender.message.SmsLanguage;
import io.zizhi.notification.sender.message.SmsOrder;
import io.zizhi.notification.sender.message.SmsTemplate;
import io.zizhi.notification.sender.message.SmsTexts;
import io.zizhi.platform.privacy.encryption.AccountCiphers;
import io.zizhi.platform.privacy.encryption.FieldAddress;
import io.zizhi.platform.privacy.encryption.jobs.EncryptedTable;
import io.zizhi.platform.privacy.personal.Phone;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Encrypts messages with the account's key before they are stored, and decrypts them for the sender. */
@ApplicationScoped
class SmsCipher {

    private static final String TABLE = "sms_message";
    private static final TypeReference<Map<String, String>> PARAMETERS = new TypeReference<>() {};

    private final AccountCiphers ciphers;
    private final ObjectMapper json;
    private final SmsLanguage language;
    private final SmsTexts texts;

    SmsCipher(AccountCiphers ciphers, ObjectMapper json, SmsConfig config, SmsTexts texts) {
        this.ciphers = ciphers;
        this.texts = texts;
        this.json = json;
        this.language = config.language();
    }

    Uni<SmsMessage> close(String id, SmsOrder order, Instant now) {
        return ciphers.forAccount(order.accountId())
                .map(cipher -> new SmsMessage(
                        id,
                        order,
                        cipher.encrypt(order.to().reveal(), phoneOf(id)),
                        cipher.encrypt(write(order.parameters()), parametersOf(id)),
                        now))
                .chain(message -> versionFor(order)
                        .chain(version -> texts.text(
                                        order.template(), version, own(order.language()), order.parameters())
                                .map(text -> message.madeFrom(version, MessageParts.of(text)))));
    }

    private Uni<Integer> versionFor(SmsOrder order) {
        return order.version() == null
                ? texts.published(order.template())
                : Uni.createFrom().item(order.version());
    }

    /** Returns the recipient's number. Fails if it cannot be decrypted. */
    Uni<Phone> phone(SmsMessage message) {
        return ciphers.forAccount(message.accountId())
                .map(cipher -> Phone.of(cipher.decrypt(message.encryptedPhone(), phoneOf(message.id()))));
    }

    private SmsLanguage own(@Nullable SmsLanguage ofMessage) {
        return Objects.requireNonNullElse(ofMessage, language);
    }

    /** Fails if the message cannot be read: its key was deleted, or its template has changed. */
    Uni<Sms> open(SmsMessage message) {
        return ciphers.forAccount(message.accountId()).chain(cipher -> {
            var phone = Phone.of(cipher.decrypt(message.encryptedPhone(), phoneOf(message.id())));
            var parameters = read(cipher.decrypt(message.encryptedParameters(), parametersOf(message.id())));
            var template = SmsTemplate.valueOf(message.template());
            var own = own(message.language());
            return texts.text(template, message.templateVersion(), own, parameters)
                    .map(text -> new Sms(
                            message.id(),
                            message.attempt(),
                            phone,
                            template,
                            own,
                            parameters,
                            text,
                            message.templateVersion()));
        });
    }

    private static FieldAddress phoneOf(String id) {
        return new FieldAddress(TABLE, "phone", id);
    }

    private static FieldAddress parametersOf(String id) {
        return new FieldAddress(TABLE, "parameters", id);
    }

    private String write(Map<String, String> parameters) {
        try {
            return json.writeValueAsString(parameters);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("Parameters could not be written", impossible);
        }
    }

    private Map<String, String> read(String parameters) {
        try {
            return json.readValue(parameters, PARAMETERS);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("Parameters could not be read", impossible);
        }
    }

    @Produces
    @Singleton
    static EncryptedTable encryptedTable() {
        return EncryptedTable.of("sms_message", "message_id", "text", "phone", "parameters");
    }
}
