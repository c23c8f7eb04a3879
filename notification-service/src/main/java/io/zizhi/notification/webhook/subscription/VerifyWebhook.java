package io.zizhi.notification.webhook.subscription;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import io.zizhi.notification.outbound.Answer;
import io.zizhi.notification.outbound.TargetOwner;
import io.zizhi.notification.webhook.Attempt;
import io.zizhi.notification.webhook.PostWebhook;
import io.zizhi.notification.webhook.Posted;
import io.zizhi.platform.http.problem.Problems;
import io.zizhi.platform.identity.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;

/**
 * Verifies that a receiver wants webhooks: posts a signed random challenge, which it must echo. Otherwise an account
 * could let the service post to servers of others.
 */
@ApplicationScoped
public class VerifyWebhook {

    private static final int CHALLENGE_BYTES = 16;

    private final BeginCall begin;
    private final PostWebhook post;
    private final CallBody bodies;
    private final ObjectMapper json;
    private final Clock clock;

    VerifyWebhook(BeginCall begin, PostWebhook post, CallBody bodies, ObjectMapper json, Clock clock) {
        this.begin = begin;
        this.post = post;
        this.bodies = bodies;
        this.json = json;
        this.clock = clock;
    }

    /** Returns the verified webhook; fails with 422 if the receiver does not echo the challenge. */
    public Uni<WebhookView> verify(Caller caller, long id) {
        String challenge = random();
        return begin.challenge(caller, id)
                .chain(call -> post.post(
                                "msg_challenge_" + random(),
                                TargetOwner.ACCOUNT,
                                Uni.createFrom().item(call.to()),
                                bodies.challenge(call, challenge, clock.instant()))
                        .invoke(posted -> requireEcho(posted, challenge))
                        .chain(() -> begin.verified(caller, call)));
    }

    private void requireEcho(Posted posted, String challenge) {
        Answer answer = posted.answer();
        if (posted.attempt() instanceof Attempt.Taken && answer != null && echoes(answer.body(), challenge)) {
            return;
        }
        throw Problems.unprocessable("CHALLENGE_FAILED", problem(posted), List.of());
    }

    private static String problem(Posted posted) {
        String failure = posted.attempt().failureCode();
        return failure == null
                ? "The receiver accepted the challenge but did not echo it. Answer with the value of data.challenge."
                : "The challenge failed: " + failure + ".";
    }

    /** Accepts {@code {"challenge": "…"}} and the bare value. */
    private boolean echoes(String body, String challenge) {
        if (body.strip().equals(challenge)) {
            return true;
        }
        try {
            JsonNode answer = json.readTree(body);
            return answer.path("challenge").asText().equals(challenge);
        } catch (JsonProcessingException noJson) {
            return false;
        }
    }

    private static String random() {
        byte[] bytes = new byte[CHALLENGE_BYTES];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
