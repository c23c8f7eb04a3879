package io.zizhi.notification.template;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import io.zizhi.notification.limits.NotificationLimits;
import io.zizhi.notification.sender.QueueSms;
import io.zizhi.notification.sender.channel.ChosenSenders;
import io.zizhi.notification.sender.channel.SmsSender;
import io.zizhi.notification.sender.message.MainlandMobile;
import io.zizhi.notification.sender.message.SmsOrder;
import io.zizhi.notification.sender.message.SmsTemplate;
import io.zizhi.notification.sender.message.SmsVariable;
import io.zizhi.platform.http.problem.ProblemException;
import io.zizhi.platform.http.problem.Problems;
import io.zizhi.platform.identity.Caller;
import io.zizhi.platform.privacy.encryption.BlindHash;
import io.zizhi.platform.privacy.encryption.BlindIndex;
import io.zizhi.platform.privacy.encryption.ReservedAccounts;
import io.zizhi.platform.privacy.personal.Phone;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Sends a version with example values to a number, through the ordinary queue. */
@ApplicationScoped
class SendTestMessage {

    private static final Duration RETRY_AFTER = Duration.ofHours(1);

    private final MessageTemplateRepository templates;
    private final TemplateVersionRepository versions;
    private final TestSendRepository sends;
    private final BlindIndex index;
    private final QueueSms queueSms;
    private final TemplateRules rules;
    private final TemplateAudit audit;
    private final ChosenSenders chosen;
    private final NotificationLimits.Sms limits;

    SendTestMessage(
            MessageTemplateRepository templates,
            TemplateVersionRepository versions,
            TestSendRepository sends,
            BlindIndex index,
            QueueSms queueSms,
            TemplateRules rules,
            TemplateAudit audit,
            ChosenSenders chosen,
            NotificationLimits limits) {
        this.templates = templates;
        this.versions = versions;
        this.sends = sends;
        this.index = index;
        this.queueSms = queueSms;
        this.rules = rules;
        this.audit = audit;
        this.chosen = chosen;
        this.limits = limits.sms();
    }

    @WithTransaction
    public Uni<TestSendView> send(Caller caller, String name, TestSendRequest request) {
        SmsTemplate template = MessageTemplateRepository.named(name);
        Phone phone = MainlandMobile.require(request.phone(), "/phone");
        BlindHash number = index.of("sms_test_send.phone", phone.reveal());
        // the operator before the number, so that two transactions cannot deadlock
        return sends.lockAndCount(caller.subject())
                .invoke(this::requireRoomOfOperator)
                .chain(() -> sends.lockAndCount(number))
                .invoke(this::requireRoomOfNumber)
                .chain(() -> versionOf(template, request.version()))
                .invoke(version -> rules.require(template, version.texts()))
                .chain(version -> queueSms.queue(order(template, request, phone, version.number()))
                        .call(id -> sends.record(caller.subject(), number, id))
                        .call(() -> audit.record(caller, "sms-template.test-sent", template, version.number()))
                        .map(id -> new TestSendView(id, version.number())));
    }

    private void requireRoomOfOperator(long sent) {
        if (sent >= limits.testSendsPerDay()) {
            throw limited("You have sent " + limits.testSendsPerDay() + " test messages within a day, the limit.");
        }
    }

    private void requireRoomOfNumber(long received) {
        if (received >= limits.testSendsPerNumber()) {
            throw limited("This number has received " + limits.testSendsPerNumber()
                    + " test messages within a day, the limit.");
        }
    }

    private static ProblemException limited(String detail) {
        return Problems.tooManyRequests("SMS_TEST_LIMITED", detail, RETRY_AFTER);
    }

    private Uni<TemplateVersion> versionOf(SmsTemplate template, @Nullable Integer asked) {
        return templates
                .get(template.name())
                .chain(found -> versions.get(template, asked == null ? found.published() : asked)
                        .invoke(version -> requireOwnText(version.number(), found.published())));
    }

    /** Refuses a version that would not be the text on the phone. */
    private void requireOwnText(int version, int published) {
        String preferred = chosen.names().getFirst();
        if (version != published
                && chosen.named(preferred).filter(SmsSender::fillsOwnText).isPresent()) {
            throw Problems.conflict(
                    "SMS_TEXT_NOT_SENT",
                    "The sender " + preferred + " sends the text that its provider has approved, not version " + version
                            + ". Test the published version, or choose another first sender.");
        }
    }

    private static SmsOrder order(SmsTemplate template, TestSendRequest request, Phone phone, int version) {
        Map<String, String> examples = template.variables().stream()
                .collect(Collectors.toMap(SmsVariable::placeholder, variable -> variable.example(request.language())));
        return new SmsOrder(
                ReservedAccounts.STAFF,
                phone,
                template,
                examples,
                "sms-template/" + template + "/" + version,
                null,
                null,
                request.language(),
                version);
    }
}
