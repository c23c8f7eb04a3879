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
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** A sender that a test scripts per number. The connection to it breaks for other numbers. */
@ApplicationScoped
public class ScriptedSender implements SmsSender {

    static final String NAME = "scripted";

    private final Map<String, SmsResult> answers = new ConcurrentHashMap<>();
    private final Map<String, CompletableFuture<SmsResult>> slowAnswers = new ConcurrentHashMap<>();
    private final Map<String, SmsResult> recalls = new ConcurrentHashMap<>();
    private final List<String> sent = new CopyOnWriteArrayList<>();
    private final List<String> recalled = new CopyOnWriteArrayList<>();
    private final Map<String, CompletableFuture<SmsResult>> slowRecalls = new ConcurrentHashMap<>();
    private final Set<String> sentDuringAQuestion = ConcurrentHashMap.newKeySet();
    private final AtomicInteger openQuestions = new AtomicInteger();

    private volatile boolean ownText;

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public boolean fillsOwnText() {
        return ownText;
    }

    @Override
    public Uni<SmsResult> send(Sms sms) {
        sent.add(sms.messageId());
        if (isAsked()) {
            sentDuringAQuestion.add(sms.messageId());
        }
        CompletableFuture<SmsResult> slow = slowAnswers.get(sms.to().reveal());
        if (slow != null) {
            return whenComplete(slow);
        }
        SmsResult answer = answers.get(sms.to().reveal());
        return answer == null
                ? Uni.createFrom().failure(new IllegalStateException("connection reset"))
                : Uni.createFrom().item(answer);
    }

    @Override
    public Uni<SmsResult> recall(String messageId, int attempt) {
        recalled.add(messageId);
        CompletableFuture<SmsResult> slow = slowRecalls.get(messageId);
        if (slow != null) {
            return whenComplete(slow)
                    .onSubscription()
                    .invoke(() -> openQuestions.incrementAndGet())
                    .onTermination()
                    .invoke(() -> openQuestions.decrementAndGet());
        }
        return Uni.createFrom().item(recalls.getOrDefault(messageId, new SmsResult.Unknown("CANNOT_TELL")));
    }

    private static Uni<SmsResult> whenComplete(CompletableFuture<SmsResult> answer) {
        Context caller = Vertx.currentContext();
        return Uni.createFrom().completionStage(answer).emitOn(next -> caller.runOnContext(ignored -> next.run()));
    }

    /** Makes the sender fill texts of its own, or not. */
    void fillOwnText(boolean own) {
        ownText = own;
    }

    void answer(String phone, SmsResult answer) {
        answers.put(phone, answer);
    }

    /** Makes the sender answer for that number when the test completes the future. */
    CompletableFuture<SmsResult> answerSlowly(String phone) {
        return slowAnswers.computeIfAbsent(phone, ignored -> new CompletableFuture<>());
    }

    /** Makes the sender answer recalls of that message when the test completes the future. */
    CompletableFuture<SmsResult> recallSlowly(String messageId) {
        return slowRecalls.computeIfAbsent(messageId, ignored -> new CompletableFuture<>());
    }

    /** Returns whether a recall waits for an answer. */
    boolean isAsked() {
        return openQuestions.get() > 0;
    }

    boolean wasSentDuringAQuestion(String messageId) {
        return sentDuringAQuestion.contains(messageId);
    }

    void remember(String messageId, SmsResult fate) {
        recalls.put(messageId, fate);
    }

    long timesRecalled(String messageId) {
        return recalled.stream().filter(messageId::equals).count();
    }

    long timesSent(String messageId) {
        return sent.stream().filter(messageId::equals).count();
    }
}
