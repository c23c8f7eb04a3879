package io.zizhi.document.recognition.queue;

import io.smallrye.mutiny.Uni;
import io.zizhi.contracts.DocumentRecognised;
import io.zizhi.document.recognition.Reading.Done;
import io.zizhi.document.recognition.Recognition;
import io.zizhi.document.storage.Document;
import io.zizhi.platform.messaging.outbox.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;

/** Records final results in the caller's transaction and publishes that recognition has ended. */
@ApplicationScoped
class EndRecognition {

    private final Outbox outbox;

    EndRecognition(Outbox outbox) {
        this.outbox = outbox;
    }

    Uni<Void> finish(Recognition recognition, Document document, Done done, byte[] encrypted, Instant now) {
        recognition.finish(encrypted, done.size(), now);
        List<String> hints = done.picture().hints().stream().map(Enum::name).toList();
        return publish(recognition, document, hints, now);
    }

    Uni<Void> giveUp(Recognition recognition, Document document, String code, Instant now) {
        recognition.fail(code, now);
        return publish(recognition, document, List.of(), now);
    }

    private Uni<Void> publish(Recognition recognition, Document document, List<String> hints, Instant now) {
        return outbox.append(new DocumentRecognised(
                document.id(),
                document.accountId(),
                document.kind().name(),
                recognition.status().name(),
                hints,
                now));
    }
}
