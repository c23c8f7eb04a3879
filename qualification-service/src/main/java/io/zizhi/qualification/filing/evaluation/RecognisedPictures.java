package io.zizhi.qualification.filing.evaluation;

import io.zizhi.qualification.peer.document.DocumentAnswer;
import io.zizhi.qualification.precheck.facts.RecognisedPicture;
import io.zizhi.qualification.precheck.facts.RecognisedPicture.PictureHint;
import io.zizhi.qualification.precheck.facts.RecognisedPicture.RecognitionState;
import io.zizhi.qualification.precheck.facts.RecognisedPicture.Value;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads what document-service reports about a picture. Unknown states and hints of a newer version are ignored. */
final class RecognisedPictures {

    private RecognisedPictures() {}

    static @Nullable RecognisedPicture from(DocumentAnswer.@Nullable Recognition answer) {
        if (answer == null) {
            return null;
        }
        RecognitionState state = state(answer.status());
        return state == RecognitionState.DONE
                ? new RecognisedPicture(
                        state,
                        answer.form(),
                        values(answer),
                        hints(answer),
                        !Objects.equals(answer.colour(), false),
                        Objects.equals(answer.redSeal(), true),
                        hash(answer))
                : RecognisedPicture.without(state);
    }

    private static RecognitionState state(String status) {
        return switch (status) {
            case "WAITING", "RUNNING" -> RecognitionState.PENDING;
            case "DONE" -> RecognitionState.DONE;
            case "FAILED" -> RecognitionState.FAILED;
            default -> RecognitionState.NOT_APPLICABLE;
        };
    }

    private static List<Value> values(DocumentAnswer.Recognition answer) {
        return Optional.ofNullable(answer.fields()).orElse(List.of()).stream()
                .map(field -> new Value(field.name(), field.value(), field.confidence()))
                .toList();
    }

    private static Set<PictureHint> hints(DocumentAnswer.Recognition answer) {
        List<String> named = Optional.ofNullable(answer.hints()).orElse(List.of());
        return Arrays.stream(PictureHint.values())
                .filter(hint -> named.contains(hint.name()))
                .collect(Collectors.toSet());
    }

    private static @Nullable String hash(DocumentAnswer.Recognition answer) {
        return Optional.ofNullable(answer.perceptualHash())
                .filter(hash -> hash.matches("[0-9a-f]{16}"))
                .orElse(null);
    }
}
