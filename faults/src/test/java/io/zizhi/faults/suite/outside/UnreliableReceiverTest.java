package io.zizhi.faults.suite.outside;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class UnreliableReceiverTest {

    private static final int MANY = 100;
    private static final int NONE = 0;

    private final WebhookSignature signature = WebhookSignature.random();
    private final UnreliableReceiver receiver = UnreliableReceiver.start("agency", 1);
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @AfterEach
    void stop() {
        receiver.close();
        client.close();
    }

    @Test
    void echoes_challenge_and_records_none() throws Exception {
        String challenge = "{\"type\": \"webhook.verification\", \"data\": {\"challenge\": \"c1\"}}";
        assertThat(post("id", challenge).body()).isEqualTo("c1");
        assertThat(receiver.webhooks()).isEmpty();
    }

    @Test
    void fails_sometimes_until_it_is_calm() throws Exception {
        receiver.expect(signature.secret());
        Set<Integer> statuses = new HashSet<>();
        for (int number = 0; number < MANY; number++) {
            statuses.add(status("w" + number));
        }
        assertThat(statuses).containsExactlyInAnyOrder(204, 500, NONE);
        assertThat(receiver.webhooks())
                .hasSize(MANY)
                .allMatch(ReceivedWebhook::genuine)
                .anyMatch(webhook -> !webhook.accepted());

        receiver.calm();
        for (int number = 0; number < MANY; number++) {
            assertThat(status("w" + number)).isEqualTo(204);
        }
        assertThat(receiver.webhooks()).hasSize(MANY).allMatch(ReceivedWebhook::accepted);
    }

    @Test
    void sees_changed_bodies_and_foreign_signatures() throws Exception {
        receiver.calm();
        receiver.expect(signature.secret());
        post("w1", "{}");
        post("w1", "{\"a\": 1}");
        receiver.expect(WebhookSignature.random().secret());
        post("w2", "{}");

        assertThat(receiver.webhooks())
                .filteredOn(webhook -> webhook.id().equals("w1"))
                .containsExactly(new ReceivedWebhook("agency", "w1", "{}", 2, true, false, true));
        assertThat(receiver.webhooks())
                .filteredOn(webhook -> webhook.id().equals("w2"))
                .containsExactly(new ReceivedWebhook("agency", "w2", "{}", 1, true, true, false));
    }

    private int status(String id) throws InterruptedException {
        try {
            return post(id, "{}").statusCode();
        } catch (IOException noAnswer) {
            return NONE;
        }
    }

    private HttpResponse<String> post(String id, String body) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(receiver.url())
                .headers(signature
                        .headers(id, body, InstantSource.system().instant())
                        .toArray(String[]::new))
                .POST(BodyPublishers.ofString(body))
                .build();
        return client.send(request, BodyHandlers.ofString());
    }
}
