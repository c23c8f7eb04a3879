package io.zizhi.notification.sender;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.zizhi.notification.sender.channel.SmsResult;
import io.zizhi.notification.sender.channel.SmsSender;
import io.zizhi.notification.sender.message.Sms;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** A sender that a test scripts per number; used only by profiles that name it. */
@ApplicationScoped
public class ScriptedSender implements SmsSender {

    static final String NAME = "scripted";

    private final Map<String, SmsResult> answers = new ConcurrentHashMap<>();
    private final Map<String, CompletableFuture<SmsResult>> slowAnswers = new ConcurrentHashMap<>();
    private final Map<String, SmsResult> recalls = new ConcurrentHashMap<>();
    private final List<String> sent = new CopyOnWriteArrayList<>();

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Uni<SmsResult> send(Sms sms) {
        sent.add(sms.messageId());
        CompletableFuture<SmsResult> slow = slowAnswers.get(sms.to().reveal());
        if (slow != null) {
            Context caller = Vertx.currentContext();
            return Uni.createFrom().completionStage(slow).emitOn(next -> caller.runOnContext(ignored -> next.run()));
        }
        SmsResult answer = answers.get(sms.to().reveal());
        return answer == null
                ? Uni.createFrom().failure(new IllegalStateException("connection reset"))
                : Uni.createFrom().item(answer);
    }

    @Override
    public Uni<SmsResult> recall(String messageId, int attempt) {
        return Uni.createFrom().item(recalls.getOrDefault(messageId, new SmsResult.Unknown("CANNOT_TELL")));
    }

    void answer(String phone, SmsResult answer) {
        answers.put(phone, answer);
    }

    /** Makes the sender answer for that number when the test completes the future. */
    CompletableFuture<SmsResult> answerSlowly(String phone) {
        return slowAnswers.computeIfAbsent(phone, ignored -> new CompletableFuture<>());
    }

    void remember(String messageId, SmsResult fate) {
        recalls.put(messageId, fate);
    }

    long timesSent(String messageId) {
        return sent.stream().filter(messageId::equals).count();
    }
}
